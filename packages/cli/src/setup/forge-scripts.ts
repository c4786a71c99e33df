import type { ForgeWords } from './forge-words.ts'

/** What every forge runs alike, by the name that stands for it in `forges/`. */
export const FORGE_SCRIPTS: ForgeWords = {
  fetchScript: [
    `export GIT_CONFIG_VALUE_0="Authorization: Basic $(printf 'x-access-token:%s' "$TOKEN" | base64 --wrap=0)"`,
    'git fetch --quiet --no-tags origin "+refs/pull/$PULL/head:refs/cahier/contribution"',
  ],
  merge: [
    '# __statuses__',
    'code=0',
    'fusion=$(git merge-tree --write-tree "$base" "$contribution") || code=$?',
    'if [ "$code" -eq 1 ]; then',
    "  echo '__conflict__'",
    '  exit 1',
    'elif [ "$code" -ne 0 ]; then',
    "  echo '__unmerged__'",
    '  git --version',
    '  exit 1',
    'fi',
    '# __asTheyAre__',
    'mkdir -p .git/info',
    "echo '* -text -ident -filter -working-tree-encoding' > .git/info/attributes",
    'git rm -rfq -- __programme__',
    'git -c core.symlinks=false restore --source="$fusion" --worktree -- __programme__',
  ],
  before: ['# __forgotten__', 'base=$(git rev-parse --verify --quiet "$BEFORE^{commit}") || base='],
  publishScript: [
    '__cahier__ publish --programme __programme__ --out /tmp/edition --lang __language__',
    `echo '<!doctype html><meta http-equiv="refresh" content="0; url=site/index.html">' > /tmp/edition/index.html`,
  ],
}
