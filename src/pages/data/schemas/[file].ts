import type { APIRoute, GetStaticPaths } from 'astro'
import { dataSchemas, jsonSchemaOf } from '../../../formats/data-schemas.ts'
import { address } from '../../../href.ts'
import { schemaPath } from '../../../shared/data-files.ts'

/** What the JSON files of the open data promise, as JSON Schema. */
export const getStaticPaths: GetStaticPaths = () =>
  Object.keys(dataSchemas).map((name) => ({
    params: { file: schemaPath(name).split('/').at(-1) },
    props: { name },
  }))

export const GET: APIRoute = ({ props: { name } }) =>
  new Response(`${JSON.stringify(jsonSchemaOf(name, address(schemaPath(name))))}\n`)
