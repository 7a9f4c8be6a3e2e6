/** Two versions of a pathway that differ in every way that a picture shows. */
const register = `
organisation trust "County Trust" is nhs-provider
organisation charity "Youth Charity" is provider
organisation icb "County ICB" is commissioner
information chat "Health assessment (CHAT)" containing health
information plan "Care plan" containing health
system record "Care record"
`;

export const reviewedBefore = `${register}
pathway release "Leaving custody" {
  status current as of 2026
  commissioner icb
  stage unit "Secure unit" {
    enters "From court"
    setting yoi
    provider trust
    cost £900k for 2025/26
    governance board health-board
  }
  stage gate "Through the gate" { setting community  provider trust  wait 10 days  level tier-2  ages 10 to 18  purpose "Nobody leaves alone"  activity 40 people for 2025/26 }
  stage peers "Peer support" { setting community  provider charity  leaves "Settled" }
  stage team "Community team" { setting community  provider trust  level tier-3  leaves "Discharged" }
  transition planned from unit to gate "Release planned" { send chat  using record }
  transition onward from gate to team "Referral" { send plan }
  transition to-peers from gate to peers { send none }
  flow report from team to unit "Report back" { send plan }
}
`;

export const reviewedAfter = `${register}
pathway release "Leaving custody" {
  status current as of 2026
  commissioner icb
  stage unit "Secure unit" {
    enters "From court"
    setting yoi
    provider trust
    cost £940k for 2025/26
    governance unknown
  }
  stage resettlement "Resettlement team" { setting community  provider charity  wait 10 days  level tier-2  ages 10 to 18  purpose "Nobody leaves alone"  activity 40 people for 2025/26 }
  stage school "Back to school" { setting school-site  provider unknown  enters "From home" }
  stage team "Community team" { setting community  provider trust  level tier-3  leaves "Discharged" }
  transition planned from unit to resettlement "Release planned" { send unknown }
  transition onward from resettlement to team "Referral" { send plan }
  transition lessons from resettlement to school "Place offered" { send plan }
  flow report from team to resettlement "Report back" { send plan }
}
`;
