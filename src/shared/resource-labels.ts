import type { ResourceKind } from './model.ts'

/** Kinds of resources, as readers know them. */
export const RESOURCE_LABELS: Readonly<Record<ResourceKind, string>> = {
  code: 'Code',
  data: 'Data',
  model: 'Model',
  project: 'Project page',
}
