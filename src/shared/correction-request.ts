import type { Paper } from './model.ts'

/** The block by which a reader says what is wrong; `new` is theirs to fill in. */
export function correctionBlock({ id, title }: Pick<Paper, 'id' | 'title'>): string {
  return JSON.stringify({ id, field: 'title', old: title, new: '' }, null, 2)
}

/** The address of a new issue that holds the block, in a repository on a forge with GitHub's addresses. */
export function correctionIssueUrl(
  repositoryUrl: string,
  paper: Pick<Paper, 'id' | 'title'>,
): string {
  const body = `What is wrong, and what is right?\n\n\`\`\`json\n${correctionBlock(paper)}\n\`\`\`\n`
  const query = new URLSearchParams({ title: `Correction: ${paper.id}`, body })
  return `${repositoryUrl}/issues/new?${query}`
}
