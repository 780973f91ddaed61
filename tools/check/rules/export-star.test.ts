import { testRule } from '../rule-table.ts';
import { exportStar } from './export-star.ts';

testRule(exportStar, [
  {
    title: 'finds every form',
    path: 'packages/core/src/index.ts',
    text: "// export * from\nexport * from './a.ts';\nexport type * from './b.ts';\nexport * as c from 'c';",
    finds: ['2: export *', '3: export *', '4: export *'],
  },
  {
    title: 'lets names be',
    path: 'packages/core/src/index.ts',
    text: "export { a } from './a.ts';",
    finds: [],
  },
]);
