import { accountableBodyOffBoard } from './catalogue/accountable-body-off-board.ts';
import { activityImbalance } from './catalogue/activity-imbalance.ts';
import { ageGapAtTransition } from './catalogue/age-gap-at-transition.ts';
import { agreementDoesNotFit } from './catalogue/agreement-does-not-fit.ts';
import { assessmentLeftBehind } from './catalogue/assessment-left-behind.ts';
import { coCommissioningWithoutAgreement } from './catalogue/co-commissioning-without-agreement.ts';
import { criteriaVary } from './catalogue/criteria-vary.ts';
import { deadEnd } from './catalogue/dead-end.ts';
import { duplicateName } from './catalogue/duplicate-name.ts';
import { emptyPathway } from './catalogue/empty-pathway.ts';
import { endlessLoop } from './catalogue/endless-loop.ts';
import { expiredAgreement } from './catalogue/expired-agreement.ts';
import { gapWithoutAction } from './catalogue/gap-without-action.ts';
import { handoverWithoutAgreement } from './catalogue/handover-without-agreement.ts';
import { incompleteBoard } from './catalogue/incomplete-board.ts';
import { inconsistentMoney } from './catalogue/inconsistent-money.ts';
import { invalidAcceptance } from './catalogue/invalid-acceptance.ts';
import { invalidAges } from './catalogue/invalid-ages.ts';
import { lateInformation } from './catalogue/late-information.ts';
import { lawfulBasisDoesNotFit } from './catalogue/lawful-basis-does-not-fit.ts';
import { levelGap } from './catalogue/level-gap.ts';
import { lookAlikeOrganisation } from './catalogue/look-alike-organisation.ts';
import { lowConfidenceFigure } from './catalogue/low-confidence-figure.ts';
import { malformedCode } from './catalogue/malformed-code.ts';
import { missingActivity } from './catalogue/missing-activity.ts';
import { missingCommissioner } from './catalogue/missing-commissioner.ts';
import { missingCost } from './catalogue/missing-cost.ts';
import { missingCriteria } from './catalogue/missing-criteria.ts';
import { missingEvidence } from './catalogue/missing-evidence.ts';
import { missingGovernance } from './catalogue/missing-governance.ts';
import { missingInformation } from './catalogue/missing-information.ts';
import { missingLawfulBasis } from './catalogue/missing-lawful-basis.ts';
import { missingLead } from './catalogue/missing-lead.ts';
import { missingLevel } from './catalogue/missing-level.ts';
import { missingOutcome } from './catalogue/missing-outcome.ts';
import { missingProvider } from './catalogue/missing-provider.ts';
import { missingRequiredFact } from './catalogue/missing-required-fact.ts';
import { missingRequiredStage } from './catalogue/missing-required-stage.ts';
import { missingSetting } from './catalogue/missing-setting.ts';
import { missingVoice } from './catalogue/missing-voice.ts';
import { movementContradictsSettings } from './catalogue/movement-contradicts-settings.ts';
import { noEarlyAssessment } from './catalogue/no-early-assessment.ts';
import { noWayInOrOut } from './catalogue/no-way-in-or-out.ts';
import { numberWithoutPeriod } from './catalogue/number-without-period.ts';
import { outOfAreaWithoutReturn } from './catalogue/out-of-area-without-return.ts';
import { personIdentifiableData } from './catalogue/person-identifiable-data.ts';
import { releaseToNowhere } from './catalogue/release-to-nowhere.ts';
import { repeatedTransition } from './catalogue/repeated-transition.ts';
import { reportingLoop } from './catalogue/reporting-loop.ts';
import { retiredTerm } from './catalogue/retired-term.ts';
import { secureStageWithoutWayIn } from './catalogue/secure-stage-without-way-in.ts';
import { senderNotAtStage } from './catalogue/sender-not-at-stage.ts';
import { sensitiveDataWithoutAgreement } from './catalogue/sensitive-data-without-agreement.ts';
import { singleProvider } from './catalogue/single-provider.ts';
import { smallNumber } from './catalogue/small-number.ts';
import { staleData } from './catalogue/stale-data.ts';
import { unclearLeadCommissioner } from './catalogue/unclear-lead-commissioner.ts';
import { uncoveredAges } from './catalogue/uncovered-ages.ts';
import { undatedAction } from './catalogue/undated-action.ts';
import { unexplainedVariation } from './catalogue/unexplained-variation.ts';
import { unmanagedGap } from './catalogue/unmanaged-gap.ts';
import { unmappedFootprint } from './catalogue/unmapped-footprint.ts';
import { unownedFinding } from './catalogue/unowned-finding.ts';
import { unreachableStage } from './catalogue/unreachable-stage.ts';
import { unusedInformation } from './catalogue/unused-information.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of the catalogue's families. */
export const allRules: readonly Rule[] = [
  noWayInOrOut,
  unreachableStage,
  deadEnd,
  endlessLoop,
  repeatedTransition,
  secureStageWithoutWayIn,
  releaseToNowhere,
  movementContradictsSettings,
  emptyPathway,
  duplicateName,
  lookAlikeOrganisation,
  missingProvider,
  missingCommissioner,
  missingActivity,
  missingCost,
  missingGovernance,
  missingSetting,
  missingLevel,
  noEarlyAssessment,
  missingOutcome,
  singleProvider,
  missingVoice,
  unmanagedGap,
  unclearLeadCommissioner,
  coCommissioningWithoutAgreement,
  uncoveredAges,
  ageGapAtTransition,
  invalidAges,
  levelGap,
  missingCriteria,
  missingLead,
  missingInformation,
  handoverWithoutAgreement,
  lateInformation,
  criteriaVary,
  outOfAreaWithoutReturn,
  incompleteBoard,
  reportingLoop,
  accountableBodyOffBoard,
  expiredAgreement,
  senderNotAtStage,
  sensitiveDataWithoutAgreement,
  agreementDoesNotFit,
  missingLawfulBasis,
  unusedInformation,
  assessmentLeftBehind,
  personIdentifiableData,
  lawfulBasisDoesNotFit,
  smallNumber,
  missingRequiredStage,
  missingRequiredFact,
  unexplainedVariation,
  unmappedFootprint,
  numberWithoutPeriod,
  staleData,
  missingEvidence,
  activityImbalance,
  inconsistentMoney,
  retiredTerm,
  lowConfidenceFigure,
  malformedCode,
  unownedFinding,
  gapWithoutAction,
  undatedAction,
  invalidAcceptance,
];
