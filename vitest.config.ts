import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** They take longest by far, and begun last they would keep one core waiting for the other. */
const firstFiles = ['tests/evaluation.test.ts', 'tests/site/valid-html.test.ts']

const ofProjects = ['tests/scripts/**', 'tests/small-sites/**']

class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) =>
      firstFiles.some((file) => moduleId.endsWith(`/${file}`))
    const sorted = await super.sort(files)
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))]
  }
}

export default defineConfig({
  test: {
    // Vitest leaves one core idle, which is half of a machine with two.
    maxWorkers: '100%',
    sequence: { sequencer: LongFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: [...ofProjects, 'tests/site/**', 'tests/e2e/**'],
          setupFiles: ['tests/fixed-seed.ts'],
          // Files share what they import, the corpus of the real listings above all.
          isolate: false,
          // A long property run on a slow machine is still a right answer.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        // Starts scripts of this repository, builds among them, in small projects.
        test: {
          name: 'scripts',
          include: ofProjects.map((folder) => `${folder}/*.test.ts`),
          setupFiles: ['tests/fixed-seed.ts'],
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        // Reads dist and dist-base, which `npm test` builds first.
        test: {
          name: 'site',
          include: ['tests/site/**/*.test.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
})
