/**
 * What a column of a tracker can say, with the words that analysts head it with. The only place for such words: the list
 * in docs/spreadsheets.md is made of it, by test/exchange/tracker/headings.test.ts.
 */
export interface Field {
  readonly name: string;
  /** What becomes of its cells, for people. */
  readonly becomes: string;
  /**
   * How the column may be headed. Capitals, the plural, signs, years, and what stands between brackets make no
   * difference. The earlier field gets the column where two fit.
   */
  readonly headings: readonly string[];
}

const list = (words: string): readonly string[] => words.split('|').map((word) => word.trim());

export const fields = [
  { name: 'pathway', becomes: 'pathway', headings: list('pathway|care pathway|pathway name|programme|journey') },
  {
    name: 'footprint',
    becomes: 'the pathway’s footprint',
    headings: list(
      'footprint|area|locality|place|region|geography|ltp footprint|ltp area|ics|icb area|county|area covered|district',
    ),
  },
  {
    name: 'stage',
    becomes: 'stage',
    headings: list(
      'stage|pathway stage|stage of pathway|stage name|step|service|service name|name of service|service team|service stage|stage service|team|team name|intervention|element|component|offer|provision|service offer|service title|name of team',
    ),
  },
  {
    name: 'ref',
    becomes: 'the number of the row, which others may name; a plain number is not written',
    headings: list('ref|id|reference|ref no|no|number|row|line|stage id|service id|stage no|key|code|item'),
  },
  {
    name: 'purpose',
    becomes: 'purpose',
    headings: list(
      'purpose|description|service description|description of service|what it does|what it is for|aim|what is provided|summary|function|about|brief description',
    ),
  },
  {
    name: 'setting',
    becomes: 'setting',
    headings: list('setting|delivery setting|setting type|type of setting|environment'),
  },
  { name: 'place', becomes: 'where the setting is', headings: list('location|site|where|venue|address|base|building') },
  {
    name: 'level',
    becomes: 'level',
    headings: list('level|tier|level of need|camhs tier|tier level|thrive|thrive group'),
  },
  {
    name: 'ages',
    becomes: 'ages',
    headings: list(
      'age|age range|age group|age covered|age band|eligible age|age criteria|age served|age eligibility|age accepted|accepted age|age from to',
    ),
  },
  { name: 'cohort', becomes: 'cohort', headings: list('cohort|population|client group|target group|patient group') },
  {
    name: 'provider',
    becomes: 'provider',
    headings: list(
      'provider|provided by|delivered by|delivery organisation|delivery partner|provider organisation|provider name|lead provider|who provides|who delivers|current provider|host organisation|delivering organisation|service provider|run by|who runs it|who provides it|who delivers it|contractor|supplier|provided through',
    ),
  },
  {
    name: 'partner',
    becomes: 'partner',
    headings: list('partner|partner organisation|partner agency|other agency|other organisation|key partner'),
  },
  {
    name: 'commissioner',
    becomes: 'commissioner',
    headings: list(
      'commissioner|commissioned by|who commissions|commissioning organisation|commissioning body|responsible commissioner|lead commissioner|commissioning responsibility|funder and commissioner|who commissions it|contracted by|contract holder|procured by',
    ),
  },
  {
    name: 'co-commissioner',
    becomes: 'commissioner, as co',
    headings: list(
      'co commissioner|co commissioned by|joint commissioner|jointly commissioned with|other commissioner',
    ),
  },
  {
    name: 'funder',
    becomes: 'who funds the cost',
    headings: list(
      'funder|funded by|funding body|funding source|source of funding|who pays|paid by|budget holder|who funds|who funds it|funded through',
    ),
  },
  {
    name: 'cost',
    becomes: 'cost',
    headings: list(
      'cost|annual cost|budget|spend|expenditure|price|contract value|value of contract|annual value|funding|annual budget|annual spend|investment|cost per year|total cost|actual cost|actual spend|estimated cost|forecast spend|actual|grant|allocation|annual funding|annual contract value|value|contract price|actual expenditure|cost of service|service cost|cost to commissioner|contract cost|contract sum|cost or value|amount|funding amount|annual contract',
    ),
  },
  {
    name: 'period',
    becomes: 'the year of the row’s cost, activity and capacity',
    headings: list(
      'period|year|financial year|fin year|fy|fiscal year|reporting period|reporting year|contract year|budget year|funding year|cost year|year of cost|data year|year of data|time period|period covered|figures for',
    ),
  },
  {
    name: 'activity',
    becomes: 'activity',
    headings: list(
      'activity|referral|referral per year|annual referral|annual activity|number of referral|volume|people seen|number of people|number seen|caseload|contact per year|activity per year|referral received|young people seen|people per year|number of young people|admission|episode|activity level|throughput|no of referral|refls|no of refls|number of refls|no of young people|no of people|number of yp|no of yp|yp seen|number of cyp|no of cyp|cyp seen|number of children|no of children|children seen|number of patients|no of patients|patients seen|number of clients|no of clients|number of cases|no of cases|people supported|young people supported|yp supported|number of contacts|no of contacts|number supported|numbers',
    ),
  },
  {
    name: 'capacity',
    becomes: 'capacity',
    headings: list(
      'capacity|bed|place|number of bed|number of place|commissioned capacity|no of bed|no of place|places available|beds available|beds commissioned|places commissioned|commissioned beds|commissioned places|caseload capacity|maximum caseload|slots',
    ),
  },
  {
    name: 'wait',
    becomes: 'wait',
    headings: list(
      'wait|waiting time|average wait|current wait|wait time|waiting list|time to treatment|mean wait|median wait|waiting|weeks waiting|days waiting|wait weeks|wait days|wait in weeks|wait in days|length of wait|waiting time weeks|waiting time days|current waiting time|average waiting time|time waited',
    ),
  },
  {
    name: 'wait-target',
    becomes: 'wait, as a target',
    headings: list('wait target|target wait|waiting time target|waiting time standard|access standard'),
  },
  {
    name: 'workforce',
    becomes: 'workforce',
    headings: list('workforce|staffing|staff|staff mix|skill mix|staff in post|team composition'),
  },
  { name: 'training', becomes: 'training', headings: list('training|staff training|training need|training provided') },
  {
    name: 'governance',
    becomes: 'the board that oversees it',
    headings: list(
      'governance|governance board|board|oversight|accountable board|reports to|overseen by|governance group|governance route',
    ),
  },
  {
    name: 'assessment',
    becomes: 'assessment',
    headings: list('assessment|assessment tool|assessment used|screening tool|tool used|assessment form'),
  },
  {
    name: 'next',
    becomes: 'transitions to the stages named, or the way out',
    headings: list(
      'next step|next stage|next|onward referral|refer to|referred to|referral to|refer on to|referral out|move on to|leads to|goes to|step up step down|transition to|onward pathway|referral route next step|next step referral route|where next|next service|destination|onward route|exit route|exit|to|goes on to|go on to|moves on|moves to|move to|passes on to|passes to|hands on to|hands over to|handover to|hand over to|transfers to|transfer to|step down to|steps down to|step up to|steps up to|follow on service|onward service|onward destination|where to next|then',
    ),
  },
  {
    name: 'from',
    becomes: 'transitions from the stages named, or the way in',
    headings: list(
      'referral source|source of referral|referred from|referral from|referred by|who can refer|who refers|entry point|entry route|access route|route in|referral route|how people come in|where from|previous stage|from|referral in|referral pathway|how to refer|comes from|come from|who can refer in|who refers in|referrer|entry|access via|how to access|where people come from',
    ),
  },
  {
    name: 'criteria',
    becomes: 'criteria of the transitions into the stage',
    headings: list(
      'criteria|referral criteria|eligibility|eligibility criteria|acceptance criteria|access criteria|inclusion criteria|entry criteria|who is it for|who it is for|who is eligible|who can access|who can use it|who it serves',
    ),
  },
  {
    name: 'threshold',
    becomes: 'threshold of the transitions into the stage',
    headings: list('threshold|access threshold|referral threshold|threshold for referral'),
  },
  {
    name: 'excludes',
    becomes: 'excludes',
    headings: list('exclusion|exclusion criteria|excluded|not covered|exclude|out of scope|who is excluded'),
  },
  {
    name: 'leaves',
    becomes: 'where people leave',
    headings: list(
      'discharge|discharge to|discharge route|discharge arrangement|exit point|discharge destination|exit to|leaves to|where people leave',
    ),
  },
  {
    name: 'information',
    becomes: 'information sent with the transitions',
    headings: list(
      'information shared|information sent|data shared|information transferred|information passed on|information sharing',
    ),
  },
  {
    name: 'status',
    becomes: 'status, where it says one',
    headings: list('status|service status|current status|commissioning status'),
  },
  {
    name: 'standard',
    becomes: 'standard',
    headings: list('standard|service standard|guidance|specification|service specification'),
  },
  {
    name: 'voice',
    becomes: 'voice',
    headings: list(
      'voice|service user feedback|young people view|user view|feedback|patient feedback|what young people say|lived experience',
    ),
  },
  {
    name: 'gap',
    becomes: 'gap',
    headings: list(
      'gap|gap identified|identified gap|service gap|gap issue|gap in provision|gap in service|unmet need and gap|gap and issue|what is missing|what’s missing|what’s missing issue|what is missing issue|what’s missing and issue|missing',
    ),
  },
  {
    name: 'risk',
    becomes: 'risk',
    headings: list('risk|key risk|risk identified|risk issue|risk and issue|risk description'),
  },
  {
    name: 'challenge',
    becomes: 'challenge',
    headings: list('challenge|issue|barrier|problem|key issue|key challenge|concern|pressure'),
  },
  {
    name: 'strength',
    becomes: 'strength',
    headings: list('strength|good practice|what works well|what works|best practice|what is working well'),
  },
  { name: 'need', becomes: 'need', headings: list('need|unmet need|need identified|identified need') },
  {
    name: 'severity',
    becomes: 'how serious the gap or risk is',
    headings: list('severity|gap severity|priority|gap priority|risk rating|gap rating|risk severity'),
  },
  { name: 'likelihood', becomes: 'likelihood of the risk', headings: list('likelihood|probability') },
  { name: 'impact', becomes: 'impact of the risk', headings: list('impact|consequence') },
  {
    name: 'action',
    becomes: 'action',
    headings: list(
      'action|action needed|action required|recommendation|mitigation|next action|planned action|action plan',
    ),
  },
  {
    name: 'owner',
    becomes: 'who owns the action',
    headings: list(
      'action owner|owner|action lead|who is responsible|responsible organisation|responsible|action by|by whom|owned by|assigned to|risk owner|gap owner|responsibility|person responsible|responsible person',
    ),
  },
  {
    name: 'due',
    becomes: 'when the action is due',
    headings: list(
      'due|due date|action due|deadline|target date|by when|when|timescale|completion date|due by|complete by|to be done by|to be completed by|completion due',
    ),
  },
  {
    name: 'source',
    becomes: 'source',
    headings: list(
      'source|data source|evidence|source of information|source of data|information source|reference document|source document',
    ),
  },
  {
    name: 'confidence',
    becomes: 'confidence',
    headings: list('confidence|data quality|confidence level|reliability|confidence in data'),
  },
  {
    name: 'organisation',
    becomes: 'organisation',
    headings: list('organisation|organisation name|name of organisation|body|agency'),
  },
  {
    name: 'kind',
    becomes: 'what kind of body it is',
    headings: list('organisation type|type of organisation|kind|type|sector|type of body'),
  },
  {
    name: 'alias',
    becomes: 'another name of the organisation',
    headings: list('alias|short name|abbreviation|acronym|also known as|known as'),
  },
  {
    name: 'note',
    becomes: 'note',
    headings: list(
      'note|comment|further information|other information|additional information|remark|other|further detail|other comment|further comment|additional comment|general comment|any other comment',
    ),
  },
  {
    name: 'leave-out',
    becomes: 'left out: contacts and names of people do not belong in pathway files',
    headings: list(
      'contact|contact name|contact detail|email|e mail|telephone|phone|named lead|lead officer|key contact|lead contact|contact person|completed by|updated by|lead name|manager|service manager|clinical lead|name of lead|lead|contact email|contact number|telephone number|key worker|keyworker|named worker|named key worker|allocated worker|lead worker|social worker|named social worker|allocated social worker|case worker|caseworker|case manager|case holder|care coordinator|care co ordinator|lead clinician|named clinician|responsible clinician|lead nurse|named nurse|lead professional|named professional|lead practitioner|named practitioner|named person|offender manager|prison offender manager|community offender manager|probation officer|yot worker|yjs worker|team manager|team leader|team lead|project manager|project lead|programme manager|programme lead|contract manager|commissioning manager|line manager|general manager|operational manager|registered manager|operational lead|safeguarding lead|clinical director|head of service|senior responsible owner|sro|author|prepared by|written by|entered by|checked by|reviewed by|last updated by|last reviewed by|staff name|name of staff|worker name|manager name|gp name|consultant name|initials|contact first name|contact surname|contact person name',
    ),
  },
  { name: 'other', becomes: 'kept as notes below its heading, since no word for it is known', headings: [] },
] as const satisfies readonly Field[];

export type FieldName = (typeof fields)[number]['name'];

/** What each field is called in a mapping, with what becomes of its cells. */
export const fieldNamed: ReadonlyMap<string, Field> = new Map(fields.map((field) => [field.name, field]));

/** What only one column of a sheet can be about. */
export const SINGLE: readonly FieldName[] = ['pathway', 'footprint', 'stage', 'ref', 'period', 'organisation', 'kind'];
