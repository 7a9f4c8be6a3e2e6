import type { Place } from '../model/place.ts';
import type { Row } from '../registers/register.ts';
import type { Report } from './report.ts';

/** How the parts of a report lead to one another: as pages of a site, or within one file. */
export interface Links {
  /** The address of a page, or of a place in it. */
  readonly href: (page: string, anchor?: string) => string;
  /** The id of a place in a page. */
  readonly id: (page: string, anchor: string) => string;
  readonly pageOfRegister: (name: string) => string;
  /** The page of a pathway's picture, or of that of all of them; nothing where there is none. */
  readonly pageOfPicture: (name: string) => string | undefined;
  /** The page of the registers of one specification; nothing where there is none. */
  readonly pageOfCoverage: (specification: string) => string | undefined;
  /** What a row is about, in the picture of its pathway, or that picture; nothing where there is none. */
  readonly inPicture: (row: Row) => string | undefined;
  /** A place of the text, where a report is read beside the text. */
  readonly inText?: (place: Place) => string;
}

export const frontPage = 'index';
export const searchPage = 'search';

/** A page for each part; `single` for one file with all of them. */
export function linksOf({ registers, pictures }: Pick<Report, 'registers' | 'pictures'>, single: boolean): Links {
  const taken = new Set<string>([frontPage, searchPage]);
  const registerPages = new Map(registers.map(({ name }) => [name, unused(`register-${name}`, taken)]));
  const picturePages = new Map(pictures.map(({ name }) => [name, unused(`picture-${name}`, taken)]));
  const anchored = (anchor: string | undefined): string => (anchor === undefined ? '' : encodeURIComponent(anchor));
  const href: Links['href'] = single
    ? (page, anchor) => `#${encodeURIComponent(page)}${anchor === undefined ? '' : `--${anchored(anchor)}`}`
    : (page, anchor) => `${encodeURIComponent(page)}.html${anchor === undefined ? '' : `#${anchored(anchor)}`}`;
  return {
    href,
    id: single ? (page, anchor) => `${page}--${anchor}` : (_, anchor) => anchor,
    pageOfRegister: (name) => registerPages.get(name)!,
    pageOfPicture: (name) => picturePages.get(name),
    pageOfCoverage: (specification) => registerPages.get(`coverage-${specification}`),
    inPicture: ({ pathway, element }) => {
      const page = picturePages.get(pathway ?? '');
      if (page === undefined) return undefined;
      return element === undefined ? href(page) : href(page, `${element.kind}:${element.name}`);
    },
  };
}

/** A name that no other page has, also on systems to which capital letters make no difference. */
function unused(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number += 1) free = `${name}-${number}`;
  taken.add(free.toLowerCase());
  return free;
}

/** The id of the row of a register, counted from 0. */
export function rowAnchor(index: number): string {
  return `row-${index + 1}`;
}

/** The id of what a picture's page says of one element: `part stage:hub`. */
export function partAnchor(element: string): string {
  return `about ${element}`.replaceAll(' ', '-');
}
