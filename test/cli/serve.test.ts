import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openerOf } from '../../src/cli/serve/browser.ts';
import type { Placed } from '../../src/diagram/placed.ts';
import type { Excerpt, ToPage } from '../../src/protocol/preview.ts';
import { pathway, samples, TemporaryFolder } from '../support/command.ts';
import { eventually, Serving, ServingProcess } from '../webview/serving.ts';

type Message = ToPage<Placed>;
type PictureMessage = Extract<Message, { type: 'picture' }>;

describe('pathway serve', () => {
  it('prints an address of this machine, and ends well when it is stopped', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      await using serving = await ServingProcess.launch(samples);
      expect(serving.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
      expect((await serving.get('/')).status).toBe(200);
      const listening = new Listener(serving);
      await eventually(() => expect(listening.last('picture')).toBeDefined());
      expect(await serving.stop(signal)).toBe(0);
    }
  });

  it('takes the port that is asked for, and says so when it is in use', async () => {
    await using serving = await ServingProcess.launch(samples);
    const second = await pathway(['serve', samples, '--no-open', '--port', `${serving.port}`], samples);
    expect(second).toMatchObject({ code: 2, out: '' });
    expect(second.err).toBe(
      `Port ${serving.port} is in use by another program: choose another one, or leave --port out to take any that is free.\n`,
    );
    const { port } = serving;
    await serving.stop();
    await using again = await ServingProcess.launch(samples, '--port', `${port}`);
    expect(again.port).toBe(port);
  });

  it('says plainly what it cannot show', async () => {
    const missing = await pathway(['serve', 'nowhere', '--no-open'], samples);
    expect(missing).toMatchObject({
      code: 2,
      err: 'There is no folder nowhere: name the folder that holds your .pathway files.\n',
    });
    const file = await pathway(['serve', 'project.pathway', '--no-open'], samples);
    expect(file).toMatchObject({ code: 2, err: 'project.pathway is a file: name the folder that it is in.\n' });
    const date = await pathway(['serve', '.', '--no-open', '--as-of', 'yesterday'], samples);
    expect(date.code).toBe(2);
    expect(date.err).toContain('--as-of');
  });
});

describe('the server', () => {
  let serving: Serving;
  beforeAll(async () => {
    serving = await Serving.start(samples, '2016-06-30');
  });
  afterAll(() => serving[Symbol.asyncDispose]());

  it('answers only when it is called by its own name', async () => {
    const { port } = serving;
    for (const host of [`127.0.0.1:${port}`, `localhost:${port}`, `LOCALHOST:${port}`, `[::1]:${port}`]) {
      expect((await serving.get('/', { host })).status, host).toBe(200);
    }
    for (const host of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `127.0.0.1.evil.example:${port}`,
    ]) {
      for (const path of ['/', '/events', '/preview.js']) {
        expect((await serving.get(path, { host })).status, `${host} ${path}`).toBe(403);
      }
    }
  });

  it('answers no other web site, and only to reading', async () => {
    const own = `http://127.0.0.1:${serving.port}`;
    expect((await serving.get('/preview.js', { origin: own })).status).toBe(200);
    for (const origin of ['http://evil.example', 'null', `https://127.0.0.1:${serving.port}`, `${own}.evil.example`]) {
      expect((await serving.get('/events', { origin })).status, origin).toBe(403);
    }
    const crossSite = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' };
    expect((await serving.get('/preview.js', crossSite)).status).toBe(403);
    expect((await serving.get('/', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' })).status).toBe(200);
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect((await serving.get('/', {}, method)).status, method).toBe(405);
    }
  });

  it('gives out a picture as a file of each kind, as it is looked at', async () => {
    const kinds = { svg: '<svg', pdf: '%PDF-', mermaid: '---', drawio: '<mxfile', bpmn: '<?xml', png: 'PNG' };
    for (const [format, start] of Object.entries(kinds)) {
      const path = `/export?pathway=bc-hj&view=who-does-what&format=${format}&page=a4&theme=dark`;
      const { status, headers, body } = await serving.get(path);
      expect(status, format).toBe(200);
      expect(body.slice(0, 60), format).toContain(start);
      expect(headers['content-disposition']).toMatch(/^attachment; filename\*=UTF-8''bc-hj-who-does-what\./);
    }
    expect((await serving.get('/export?pathway=nowhere&format=svg')).status).toBe(404);
    for (const query of ['pathway=bc-hj', 'pathway=bc-hj&format=exe', 'pathway=bc-hj&format=png&scale=99']) {
      expect((await serving.get(`/export?${query}`)).status, query).toBe(404);
    }
    const elsewhere = { origin: 'http://evil.example' };
    expect((await serving.get('/export?pathway=bc-hj&format=svg', elsewhere)).status).toBe(403);
  });

  it('says which lines would keep what is seen as a view', async () => {
    const { body } = await serving.get('/view?pathway=bc-hj&lanes=provider&label=Who+provides');
    expect(JSON.parse(body).text).toBe('view who-provides "Who provides" of bc-hj {\n  lanes by provider\n}');
    expect((await serving.get('/view?pathway=nowhere&label=x')).status).toBe(404);
  });

  it('shows a pathway as the address asks for it, and goes on from what is on the page', async () => {
    const listening = new Listener(serving, 'pathway=bc-hj&view=who-does-what&lanes=nonsense&reader=me');
    await eventually(() => expect(listening.last('picture')?.picture.look).toEqual({ view: 'who-does-what' }));
    const again = new Listener(serving, 'pathway=bc-hj&view=who-does-what&hide=level&reader=me&again=yes');
    await eventually(() => expect(again.last('picture')?.picture.look).toMatchObject({ hide: ['level'] }));
  });

  it('gives out its page and nothing else of the disk', async () => {
    for (const path of ['/preview.js', '/preview.css', '/inter-400.woff2', '/inter-600.woff2']) {
      expect((await serving.get(path)).status, path).toBe(200);
    }
    for (const path of [
      '/../package.json',
      '/%2e%2e/package.json',
      '/project.pathway',
      '/etc/passwd',
      '//',
      '/out/cli/main.js',
    ]) {
      expect((await serving.get(path)).status, path).toBe(404);
    }
  });

  it('allows its page nothing but its own script, style and font', async () => {
    const { headers, body } = await serving.get('/');
    const policy = `${headers['content-security-policy']}`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
    });
    const nonce = /script-src 'nonce-(\w+)'/.exec(policy)?.[1];
    expect(body).toContain(`<script nonce="${nonce}" src="/preview.js"></script>`);
    expect((await serving.get('/')).body).not.toContain(nonce);
  });

  it('shows the lines of an element, of files of the folder only', async () => {
    const listening = new Listener(serving, 'pathway=bc-hj');
    await eventually(() => expect(listening.last('picture')).toBeDefined());
    const stage = listening.placed().nodes.find(({ id }) => id === 'stage:urgent-care')!;
    const { file, line, endLine } = stage.place;
    const query = new URLSearchParams({ file, line: `${line}`, endLine: `${endLine}` });
    const excerpt = JSON.parse((await serving.get(`/source?${query}`)).body) as Excerpt;
    expect(excerpt.file).toBe('footprints/black-country.pathway');
    expect(excerpt.lines[0]).toBe('  stage urgent-care "Urgent care and place of safety" {');
    expect(excerpt.lines.at(-1)).toBe('  }');
    expect(excerpt).toMatchObject({ firstLine: line + 1, from: line + 1, to: endLine + 1 });
    const package_ = new URL('../../package.json', import.meta.url).href;
    for (const bad of [
      `file=${package_}&line=1`,
      `file=${file}&line=9999`,
      `file=${file}&line=-1`,
      'file=file:///etc/passwd&line=0',
      '',
    ]) {
      expect((await serving.get(`/source?${bad}`)).status, bad).toBe(404);
    }
  });

  it('says that there is no such pathway, and which there are', async () => {
    const listening = new Listener(serving, 'pathway=nowhere');
    await eventually(() => expect(listening.last('nothing')?.message).toContain('nowhere'));
    expect(listening.names()).toHaveLength(7);
    expect(listening.last('pathways')?.selected).toBeUndefined();
  });
});

describe('following the files', () => {
  it('shows each page its own pathway, and tells each of changes', async () => {
    using folder = copyOfSamples();
    await using serving = await ServingProcess.launch(folder.path);
    const [first, second] = [new Listener(serving, 'pathway=bc-hj'), new Listener(serving, 'pathway=offender-pd')];
    await eventually(() => expect([first.stages(), second.stages()]).toEqual([7, 5]));
    change(folder, 'footprints/black-country.pathway', '"Community CAMHS"', '"Community team"');
    await eventually(() => expect(first.text()).toContain('Community team'));
    expect(second.stages()).toBe(5);
  });

  it('follows a file that is written anew beside and then renamed', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    const listening = new Listener(serving, 'pathway=bc-hj');
    await eventually(() => expect(listening.stages()).toBe(7));
    const path = join(folder.path, 'footprints/black-country.pathway');
    for (const label of ['One team', 'Another team']) {
      writeFileSync(`${path}.tmp`, readFileSync(path, 'utf8').replace(/"(Community CAMHS|One team)"/, `"${label}"`));
      renameSync(`${path}.tmp`, path);
      await eventually(() => expect(listening.text()).toContain(label));
    }
    expect(listening.messages.every(({ type }) => type !== 'nothing')).toBe(true);
  });

  it('keeps the last picture while the text is broken, and says where it is', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    const listening = new Listener(serving, 'pathway=bc-hj');
    await eventually(() => expect(listening.stages()).toBe(7));
    change(folder, 'footprints/black-country.pathway', 'pathway bc-hj "', '((( "');
    await eventually(() => expect(listening.picture().stale).toBe(true));
    expect(listening.stages()).toBe(7);
    const { findings, elsewhere = [] } = listening.picture();
    expect([...findings, ...elsewhere].some(({ rule }) => rule === 'syntax-error')).toBe(true);
    change(folder, 'footprints/black-country.pathway', '((( "', 'pathway bc-hj "');
    await eventually(() => expect(listening.picture().stale).toBe(false));
  });

  it('notices files that are added, renamed and removed, and a pathway that gets another name', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    const listening = new Listener(serving, 'pathway=bc-hj');
    await eventually(() => expect(listening.names()).toHaveLength(7));
    folder.write('new/deeper/extra.pathway', 'pathway extra "Extra" { stage only "Only" }\n');
    await eventually(() => expect(listening.names()).toContain('extra'));
    renameSync(join(folder.path, 'new/deeper/extra.pathway'), join(folder.path, 'new/moved.pathway'));
    await eventually(() =>
      expect(listening.entries().find(({ name }) => name === 'extra')?.file).toMatch(/new\/moved\.pathway$/),
    );
    rmSync(join(folder.path, 'new'), { recursive: true });
    await eventually(() => expect(listening.names()).not.toContain('extra'));
    change(folder, 'footprints/black-country.pathway', 'pathway bc-hj', 'pathway bc-hj-2016');
    await eventually(() => expect(listening.picture().entry.name).toBe('bc-hj-2016'));
    expect(listening.last('nothing')).toBeUndefined();
  });

  it('says what to do in an empty folder, and shows the first pathway when there is one', async () => {
    using folder = new TemporaryFolder();
    await using serving = await Serving.start(folder.path);
    const listening = new Listener(serving);
    await eventually(() => expect(listening.last('nothing')).toBeDefined());
    const { hint, example } = listening.last('nothing')!;
    expect(hint).toContain('.pathway');
    folder.write('first.pathway', example ?? '');
    await eventually(() => expect(listening.stages()).toBe(2));
    expect(listening.picture().findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('outlives its folder, and goes on when it is there again', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(folder.path);
    const listening = new Listener(serving, 'pathway=bc-hj');
    await eventually(() => expect(listening.stages()).toBe(7));
    rmSync(folder.path, { recursive: true });
    await eventually(() => expect(listening.latest().type).toBe('nothing'));
    folder.copy(samples);
    await eventually(() => expect(listening.latest().type).toBe('picture'));
    change(folder, 'footprints/black-country.pathway', '"Community CAMHS"', '"Back again"');
    await eventually(() => expect(listening.text()).toContain('Back again'));
  });

  it('follows folders that a project includes from outside', async () => {
    using folder = new TemporaryFolder();
    folder.write('maps/project.pathway', 'project maps { include "../shared" }\n');
    folder.write('maps/one.pathway', 'pathway one { stage first { provider trust } }\n');
    folder.write('shared/register.pathway', 'organisation trust "The Trust" is nhs-provider\n');
    await using serving = await Serving.start(join(folder.path, 'maps'));
    const listening = new Listener(serving);
    await eventually(() => expect(listening.text()).toContain('The Trust'));
    change(folder, 'shared/register.pathway', 'The Trust', 'Another Trust');
    await eventually(() => expect(listening.text()).toContain('Another Trust'));
  });

  it('reads the whole project for a folder inside of it, and shows that folder', async () => {
    using folder = copyOfSamples();
    await using serving = await Serving.start(join(folder.path, 'footprints'));
    const listening = new Listener(serving);
    await eventually(() => expect(listening.names()).toEqual(['bc-hj']));
    await eventually(() => expect(listening.text()).toContain('NHS England'));
  });

  it('names files that cannot be read, and shows the others', async () => {
    using folder = copyOfSamples();
    writeFileSync(join(folder.path, 'odd.pathway'), Buffer.from([0x70, 0xff, 0xfe]));
    await using serving = await Serving.start(folder.path);
    const listening = new Listener(serving, 'pathway=bc-hj');
    await eventually(() => expect(listening.stages()).toBe(7));
    const problems = listening.last('pathways')?.problems;
    expect(problems).toEqual(['odd.pathway is not a text file in UTF-8: save it as UTF-8 and try again.']);
  });
});

describe('opening the browser', () => {
  it('uses what the system opens addresses with', () => {
    expect(openerOf('darwin', {})).toEqual(['open']);
    expect(openerOf('win32', {})?.[0]).toBe('rundll32');
    expect(openerOf('linux', { DISPLAY: ':0' })).toEqual(['xdg-open']);
    expect(openerOf('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toEqual(['xdg-open']);
  });

  it('leaves machines alone that nobody sits in front of', () => {
    expect(openerOf('linux', {})).toBeUndefined();
    expect(openerOf('darwin', { CI: 'true' })).toBeUndefined();
  });
});

function copyOfSamples(): TemporaryFolder {
  const folder = new TemporaryFolder();
  folder.copy(samples);
  return folder;
}

function change(folder: TemporaryFolder, name: string, from: string, to: string): void {
  const text = readFileSync(join(folder.path, name), 'utf8');
  expect(text).toContain(from);
  folder.write(name, text.replace(from, to));
}

/** A page's ear. */
class Listener {
  readonly messages: Message[] = [];

  constructor(serving: Serving, query = '') {
    void this.#listen(`${serving.address}events?${query}`);
  }

  last<T extends Message['type']>(type: T): Extract<Message, { type: T }> | undefined {
    return this.messages.findLast((message): message is Extract<Message, { type: T }> => message.type === type);
  }

  /** The last thing that changed what is seen. */
  latest(): Message {
    return this.messages.findLast(({ type }) => type === 'picture' || type === 'nothing')!;
  }

  picture(): PictureMessage['picture'] {
    const message = this.last('picture');
    expect(message, 'no picture yet').toBeDefined();
    return message!.picture;
  }

  placed(): Placed {
    return this.picture().placed;
  }

  stages(): number {
    return this.placed().nodes.filter(({ shape }) => shape === 'stage').length;
  }

  /** Everything that is written in the picture. */
  text(): string {
    return JSON.stringify(this.placed());
  }

  entries() {
    return this.last('pathways')?.entries ?? [];
  }

  names(): readonly string[] {
    return this.entries().map(({ name }) => name);
  }

  async #listen(address: string): Promise<void> {
    try {
      const { body } = await fetch(address);
      let text = '';
      for await (const part of body!.pipeThrough(new TextDecoderStream())) {
        const events = (text + part).split('\n\n');
        text = events.pop() ?? '';
        for (const event of events) if (event.startsWith('data: ')) this.messages.push(JSON.parse(event.slice(6)));
      }
    } catch {
      // The server has gone.
    }
  }
}
