import { writeXlsx } from 'hucre/xlsx';

/** As Excel saves a CSV file in a country with commas in its numbers: semicolons, and a character set of its own. */
export const areasCsv: Uint8Array = latin(
  [
    'CAMHS mapping – all areas;;;;;;',
    ';;;;;;',
    'Area;Stage;Who provides;Commissioner;Annual budget 2024/25;Number of young people;What is missing?',
    'North;Assessment;Weir Trust;Rivershire ICB;£45k;120;',
    ';Treatment;Weir Trust;Rivershire ICB;"£1,200,000";~300 people;Waits of over a year',
    'South;Assessment;"Beacon; Kite CIC";Rivershire ICB;£30k - £40k;90;',
    'South;Treatment;unknown;Rivershire ICB;nil;;n/a',
    ';;;;;;',
    'Total;;;;1275000;;',
  ].join('\r\n'),
);

/** In Windows-1252, the pound sign and the dash are one byte each. */
function latin(text: string): Uint8Array {
  return Uint8Array.from([...text], (letter) => (letter === '–' ? 0x96 : letter.charCodeAt(0)));
}

/** Sheets for pathways, cells that stand for several rows, headings of sections, and costs in thousands. */
export async function mergedWorkbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Court and custody',
        rows: [
          ['Team', 'Delivered by', 'Commissioning body', 'Spend £000s 23-24', 'Beds', 'Next stage'],
          ['IN CUSTODY', null, null, null, null, null],
          ['Screening', 'Weir Trust', 'NHS England', 120, null, 'Assessment'],
          ['Assessment', null, null, null, null, 'Ward'],
          ['Ward', 'Various', 'NHS England', '£45', 8, null],
          [null, 'Kite CIC', null, 10, null, null],
        ],
        merges: [
          { startRow: 1, startCol: 0, endRow: 1, endCol: 5 },
          { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
          { startRow: 2, startCol: 3, endRow: 3, endCol: 3 },
        ],
      },
      {
        name: 'Community',
        rows: [
          ['Team', 'Delivered by', 'Age band', 'Cost', 'Cost'],
          ['Home team', 'Kite CIC', new Date(Date.UTC(2024, 11, 10)), '£1.2m 2023/24', '€5,000 grant'],
          ['Home team', 'Beacon', '10–17', '£1.3m 2024/25', null],
        ],
      },
    ],
  });
}

/** Two rows of headings, years below a title, and a second sheet with more about the same services. */
export async function layeredWorkbook(): Promise<Uint8Array> {
  return writeXlsx({
    sheets: [
      {
        name: 'Services',
        rows: [
          ['Rivershire services', null, null, null, null],
          ['Service', 'Provider', 'Cost (£k)', null, 'Activity'],
          [null, null, '2023/24', '2024/25', '2024/25'],
          ['Clinic', 'Weir Trust', 40, 45, 300],
          ['Ward', 'Kite CIC', 1200, 'TBC', 12],
        ],
        merges: [{ startRow: 1, startCol: 2, endRow: 1, endCol: 3 }],
      },
      {
        name: 'Access',
        rows: [
          ['Service', 'Provider', 'Age range', 'Waiting time (weeks)', 'Referral source'],
          ['Clinic', 'Weir Trust', '10-17', 6, 'GP'],
          ['ward', 'Kite CIC', '12-17', null, 'Clinic'],
          ['Hub', 'Beacon', '0-25', null, null],
        ],
      },
    ],
  });
}
