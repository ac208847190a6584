import { DuiqiError } from '../../errors.ts';
import { type Archive, entryName, folderOf } from './archive.ts';
import { type Attribute, readXml, type XmlHandler, type XmlPart } from './xml.ts';

const CONTAINER = 'META-INF/container.xml';
const ENCRYPTION = 'META-INF/encryption.xml';
const PACKAGE_TYPE = 'application/oebps-package+xml';
/** The two ways to hide fonts, which leave the text open. */
const FONT_OBFUSCATION = new Set(['http://www.idpf.org/2008/embedding', 'http://ns.adobe.com/pdf/enc#RC']);

/**
 * The names of the files with the text of an e-book in the order of reading, by its package document (OPF). Left out are
 * those that are not part of it (`linear="no"`), pictures and tables of contents.
 *
 * @throws DuiqiError `damaged`, `too-large`, or `encrypted` for a book with copy protection
 */
export async function chaptersOf(archive: Archive, file: string): Promise<string[]> {
  await refuseProtected(archive, file);
  const container = await required(CONTAINER, archive, file);
  const name = await packageName(container, archive);
  const book = new PackageReader(folderOf(name), archive);
  await readXml(await required(name, archive, file), book);
  return book.chapters();
}

async function refuseProtected(archive: Archive, file: string): Promise<void> {
  const part = await archive.part(ENCRYPTION);
  if (part === undefined) return;
  let isProtected = false;
  const open = (name: string, attribute: Attribute) => {
    if (name !== 'EncryptionMethod') return;
    isProtected ||= !FONT_OBFUSCATION.has(attribute('Algorithm') ?? '');
  };
  await readXml(part, { open });
  if (!isProtected) return;
  const reason = 'This e-book is protected against copying (DRM).';
  throw new DuiqiError('encrypted', reason, { file }, 'Use an edition without protection.');
}

async function packageName(container: XmlPart, archive: Archive): Promise<string> {
  const names: string[] = [];
  const open = (element: string, attribute: Attribute) => {
    const path = attribute('full-path');
    if (element !== 'rootfile' || !path) return;
    if ((attribute('media-type') ?? PACKAGE_TYPE) === PACKAGE_TYPE) names.push(resolved('', path, archive));
  };
  await readXml(container, { open });
  if (names[0] !== undefined) return names[0];
  throw damaged(`${CONTAINER} names no package document`, container.file);
}

async function required(name: string, archive: Archive, file: string): Promise<XmlPart> {
  const part = await archive.part(name);
  if (part === undefined) throw damaged(`its part ${name} is missing`, file);
  return part;
}

/** The name that a reference means; some programs write a percent sign in it for itself. */
function resolved(folder: string, reference: string, archive: Archive): string {
  const name = entryName(folder, reference) ?? reference;
  if (archive.names.has(name) || !reference.includes('%')) return name;
  const literal = entryName(folder, reference.replaceAll('%', '%25')) ?? reference;
  return archive.names.has(literal) ? literal : name;
}

interface Item {
  readonly name: string;
  readonly isText: boolean;
}

class PackageReader implements XmlHandler {
  readonly #folder: string;
  readonly #archive: Archive;
  readonly #items = new Map<string, Item>();
  readonly #spine: string[] = [];
  readonly #contents = new Set<string>();

  constructor(folder: string, archive: Archive) {
    this.#folder = folder;
    this.#archive = archive;
  }

  /** An item that is not declared is taken for a missing file of the name of its id. */
  chapters(): string[] {
    const items = this.#spine.map((id) => this.#items.get(id) ?? { name: id, isText: true });
    return items.filter(({ name, isText }) => isText && !this.#contents.has(name)).map(({ name }) => name);
  }

  open(element: string, attribute: Attribute): void {
    if (element === 'item') this.#declare(attribute);
    const id = attribute('idref');
    if (element === 'itemref' && id !== undefined && attribute('linear') !== 'no') this.#spine.push(id);
    if (element === 'reference' && attribute('type') === 'toc') this.#leaveOut(attribute('href') ?? '');
  }

  #declare(attribute: Attribute): void {
    const name = resolved(this.#folder, attribute('href') ?? '', this.#archive);
    const isContents = attribute('properties')?.split(/\s+/).includes('nav') ?? false;
    const isPicture = attribute('media-type')?.startsWith('image/') ?? false;
    this.#items.set(attribute('id') ?? '', { name, isText: !isContents && !isPicture });
  }

  /** Contents at a place within a file are not all of it. */
  #leaveOut(reference: string): void {
    if (!reference.includes('#')) this.#contents.add(resolved(this.#folder, reference, this.#archive));
  }
}

function damaged(reason: string, file: string): DuiqiError {
  const advice = 'Copy or download it again.';
  return new DuiqiError('damaged', `This e-book is damaged: ${reason}.`, { file }, advice);
}
