import { describe, expect, it } from 'vitest';
import { at, Desk } from './acting.ts';

const specification = {
  uri: 'file:///project/standard.pathway',
  text: `footprint county
footprint north "The North" within county
footprint south within county
information letter
specification standard for county {
  require provider
  require cost
  require stage intake
  require stage support "Support"
  require stage aftercare
  require transition from intake to support {
    require lead
    require information letter
  }
}
`,
};

describe('what a specification requires and a pathway lacks', () => {
  const { take, titles, actions } = at(
    'pathway p realises |standard in north {\n  provider unknown\n\n  stage intake {\n    enters\n    leaves\n  }\n}\n',
    [specification],
  );

  it('is added all at once, with what is not known as open questions', () => {
    const title = "Add the 2 stages that 'standard' requires";
    expect(actions.find(({ preferred }) => preferred)?.title).toBe(title);
    expect(take(title)).toBe(
      `pathway p realises standard in north {
  provider unknown

  stage intake {
    enters
    leaves
  }

  stage support "Support" {
    cost unknown because ""
  }

  stage aftercare {
    cost unknown because ""
  }
}
`,
    );
  });

  it('is added or left out one by one', () => {
    expect(titles).toEqual(expect.arrayContaining(["Add stage 'support'", "Add stage 'aftercare'"]));
    expect(take("Write 'omits support' and say why")).toContain('  provider unknown\n  omits support because ""\n');
  });

  it('is a transition between the stages that realise the required ones', () => {
    const text = `pathway p realises |standard in north {
  omits aftercare because "None here"

  stage intake

  stage help realises support
}
`;
    const { take } = at(text, [specification]);
    expect(take('Add the transition from intake to support')).toContain(
      `  transition from intake to help {
    criteria unknown because ""
    lead unknown because ""
    send unknown because ""
  }
`,
    );
    expect(take("Write 'omits transition from intake to support' and say why")).toContain(
      '  omits transition from intake to support because ""\n',
    );
  });
});

it('a fact that is required is asked, or what is required is sent', () => {
  const text = `information other
pathway p realises standard in north {
  stage intake
  stage support
  transition |go from intake to support {
    criteria "x"
    lead unknown
    send other
  }
}
`;
  const { take } = at(text, [specification]);
  expect(take("Write 'send letter'")).toContain('    send other\n    send letter\n');
  expect(take("Write 'send unknown' and say why")).toContain('    send other\n    send unknown because ""\n');
});

it('several facts that are required are asked in one go, with those that any stage should have', () => {
  const { take } = at('pathway p realises standard in north {\n  stage |intake\n}\n', [specification]);
  const text = take("Write 'unknown' for commissioner, activity, governance, provider and cost, and say why");
  for (const fact of ['provider', 'cost', 'activity']) expect(text).toContain(`    ${fact} unknown because ""\n`);
});

describe('a footprint that nobody has mapped', () => {
  const pathway = {
    uri: 'file:///project/areas/north%20side.pathway',
    text: 'pathway p realises standard in north {\n  stage intake\n}\n',
  };
  const line = specification.text.split('\n').indexOf('footprint south within county');

  it('gets a file from the specification, beside the pathways that are there', () => {
    const desk = new Desk([specification, pathway]);
    const create = desk.actions(line, 'footprint '.length).find(({ title }) => title.startsWith('Create '))!;
    expect(create.title).toBe("Create south.pathway from 'standard'");
    const after = desk.after(create);
    expect(after.text('file:///project/areas/south.pathway')).toContain('pathway south realises standard in south {\n');
    expect(after.problems().join('\n')).not.toContain('unmapped-footprint');
  });

  it('gets a file and a pathway of a name that is free', () => {
    const taken = { uri: 'file:///project/areas/south.pathway', text: 'pathway south\n' };
    const desk = new Desk([specification, pathway, taken]);
    const create = desk.actions(line, 'footprint '.length).find(({ title }) => title.startsWith('Create '))!;
    expect(create.title).toBe("Create south-2.pathway from 'standard'");
    expect(desk.after(create).text('file:///project/areas/south-2.pathway')).toContain('pathway south-2 realises');
  });
});
