import { describe, expect, it } from 'vitest';
import { CarePathwaysGrammar } from '../../src/language/generated/grammar.ts';
import { loadProject } from '../../src/language/load.ts';
import { keywordsOf, reserved } from '../../src/language/tokens.ts';

const keywords = keywordsOf(CarePathwaysGrammar()).filter((word) => /^[a-z]/.test(word));
const errorsOf = (text: string): string[] =>
  loadProject([{ uri: 'file:///p/names.pathway', text }]).findings.map(
    ({ place, message }) => `${place.line + 1} ${message}`,
  );

/** A project in which one word names everything that can be named, and is referred to everywhere. */
const named = (word: string): string => `
source ${word} "A source"
footprint ${word} "A footprint"
organisation ${word} "An organisation" is ${word} {
  covers ${word}
  part of ${word}
}
system ${word}
information ${word} is record containing ${word} and health-data
agreement ${word} is partnership {
  party ${word}
  covers ${word}
  under ${word}
}
board ${word} {
  member ${word}
  reports to ${word}
}
vocabulary ${word} {
  kind ${word} "A kind" commissioner
  setting ${word}
  level ${word}
  movement ${word}
  basis ${word}
  domain ${word}
  cohort ${word}
  data ${word}
}
specification ${word} for ${word} {
  require stage ${word} { setting ${word} }
  require transition from ${word} to ${word} { require information ${word}  require criteria }
}
pathway ${word} "A pathway" realises ${word} in ${word} {
  owner ${word}
  cohort ${word}
  governance board ${word}
  tag ${word}
  evidence ${word} at "p. 1"
  stage ${word} "A stage" realises ${word} {
    setting ${word} "A place"
    level ${word}
    provider ${word} as lead according to ${word}
    commissioner ${word} as co scope local under ${word} on behalf of ${word}
    activity 10 ${word} per ${word} from ${word} for 2014/15
    cost £5 budget for 2014/15 funded by ${word} funded by ${word}
    assessment ${word} recorded in ${word}
  }
  uses stage ${word} of ${word} as other
  transition ${word} from ${word} to other {
    movement ${word}
    lead ${word}
    send ${word} from ${word} to ${word} using ${word} into ${word} under ${word}
    agreement ${word}
  }
  transition from ${word} to other
  transition from other to pathway ${word}
  flow from ${word} to other
  overlaps ${word} at ${word}
  omits ${word} because "why"
  outcome ${word} "An outcome" in ${word} { indicator ${word} "An indicator" }
  gap ${word} "A gap" {
    affects ${word}
    action ${word}
  }
  action ${word} "An action" { due unknown ask ${word} }
}
view ${word} of ${word} {
  only setting ${word}
}
scenario ${word} changes ${word} {
  in stage ${word} set level ${word}
  remove transition from ${word} to other
}
`;

describe('every keyword may be used as a name', () => {
  it('there are keywords to try', () => expect(keywords.length).toBeGreaterThan(150));

  for (const word of keywords.filter((keyword) => !reserved.has(keyword))) {
    it(word, () => {
      // After an amount some words go on with the line; as a unit they would not make sense.
      const text = named(word).replace(/^ {4}activity .*$/m, '    activity 10 people per year for 2014/15');
      expect(errorsOf(text)).toEqual([]);
    });
  }

  for (const word of reserved) {
    it(`not ${word}, which says that something is not there`, () => {
      expect(errorsOf(`pathway ${word}\n`)).toEqual([
        `1 '${word}' can't be a name: it says that something is not there. Choose another name.`,
      ]);
    });
  }

  it('a keyword first on its line is always a keyword', () => {
    const text = 'pathway p {\n  stage a {\n    provider\n    commissioner none\n  }\n}\n';
    expect(errorsOf(text)).toEqual(["3 After 'provider' comes a name, 'unknown', 'none' or 'not-applicable'."]);
  });

  it('names may be of any script and carry accents, digits, hyphens and underscores', () => {
    for (const name of ['étape', 'ärztehaus-2', 'Θεραπεία', '診療', 'Зал_1', 'tier-3-plus', 'x1']) {
      expect(errorsOf(`pathway ${name} {\n  stage ${name}\n}\n`)).toEqual([]);
    }
  });
});
