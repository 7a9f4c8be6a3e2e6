declare module 'bpmn-moddle' {
  export class BpmnModdle {
    fromXML(text: string): Promise<{ rootElement: object; warnings: readonly { message: string }[] }>;
  }
}

declare module 'bpmnlint' {
  export class Linter {
    constructor(options: { config: object; resolver: object });
    lint(root: object): Promise<Readonly<Record<string, readonly { id: string; message: string }[]>>>;
  }
}

declare module 'bpmnlint/lib/resolver/node-resolver.js';
