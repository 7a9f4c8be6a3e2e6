/** A map that is complete but for what the tests of the command line speak of. */

const register = `project small "Small map"
source report "Report"
organisation icb "Riverside Integrated Care Board" is icb
organisation trust "Trust" is nhs-provider
organisation charity "Charity" is voluntary
board board "Board" {
  member icb
  member trust
  top
  evidence report
}
information checklist "Checklist" is assessment
`;

/** One dead end, one accepted missing cost, and open questions: of a rule's and of nobody's. */
const pathwayText = `pathway p "Pathway" {
  status current as of 2026
  commissioner icb
  provider trust
  provider charity
  governance board board
  activity 300 referrals for 2025/26
  evidence report
  ages unknown ask icb by 2026-09 because "Being agreed"

  stage intake "Intake" {
    enters "Self-referral"
    setting community
    assessment checklist
    cost unknown
  }

  stage support "Support" {
    setting community
    accept missing-cost because "Paid for as a whole" by icb until 2026-12
    leaves "Discharge"
  }

  stage aftercare "Aftercare" {
    setting community
    cost £120,000 budget for 2025/26
  }

  transition from intake to support {
    criteria "Needs more than advice"
    send checklist
  }

  transition from intake to aftercare {
    criteria "Needs more than advice"
    send checklist
  }

  outcome wellbeing "Better wellbeing" {
    indicator score "Wellbeing score at discharge"
  }
}
`;

export const small: Readonly<Record<string, string>> = {
  'register.pathway': register,
  'p.pathway': pathwayText,
};
