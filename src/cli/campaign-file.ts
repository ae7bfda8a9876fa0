import { RegError } from '../errors.ts';
import { type FileProblem, fileInvalid, isRecord, readYamlFile, type YamlFile } from './yaml-file.ts';

/** A campaign file as it was read, with the way back from a problem to its line. */
export interface CampaignFile extends YamlFile {
  readonly slug: string;
  /** The id it names, else the slug. */
  readonly id: string;
}

/** Reads a campaign file. Throws `CAMPAIGN_INVALID` with `file:line: problem` a line, `FILE_MISSING`. */
export const readCampaignFile = async (name: string): Promise<CampaignFile> => {
  const file = await readYamlFile(name, 'the file holds no campaign; it starts with lines such as "slug: summer-tour"');
  const slug = textAt(file.content, 'slug');
  if (slug === null)
    throw new RegError('CAMPAIGN_INVALID', `${name}:${file.lineOf('slug')}: slug: is missing or is no text; it names the campaign in every address`);
  return { ...file, slug, id: textAt(file.content, 'id') ?? slug };
};

/**
 * An error of the rules for campaigns, told in the terms of the file: `file:line: path: problem`, one a line.
 * Any other error is answered as it is.
 */
export const explainCampaignError = (error: unknown, file: CampaignFile): unknown => {
  if (!(error instanceof RegError) || error.code !== 'CAMPAIGN_INVALID') return error;
  const problems = problemsOf(error.detail);
  if (problems.length === 0) return new RegError('CAMPAIGN_INVALID', `${file.name}: ${error.message}`, { detail: error.detail, cause: error });
  return fileInvalid(file, problems);
};

const problemsOf = ({ problems }: Readonly<Record<string, unknown>>): readonly FileProblem[] =>
  Array.isArray(problems)
    ? problems.filter(isRecord).map((found) => ({ path: textAt(found, 'path') ?? '', problem: textAt(found, 'problem') ?? textAt(found, 'message') ?? '' }))
    : [];

const textAt = (record: Readonly<Record<string, unknown>>, key: string): string | null => {
  const value = record[key];
  return typeof value === 'string' ? value : null;
};
