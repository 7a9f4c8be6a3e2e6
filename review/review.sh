#!/usr/bin/env bash
# Compares two versions and leaves the review as Markdown and as a page. What to compare stands in the environment.
set -euo pipefail

folder="${RUNNER_TEMP:-$(mktemp -d)}"
markdown="$folder/pathway-review.md"
html="$folder/pathway-review.html"

here() { git rev-parse --verify --quiet --end-of-options "$1^{commit}" > /dev/null; }

# Services check out the newest commit only. This is the one place that fetches: the program itself never does.
fetch() {
  local depth=()
  [ "$(git rev-parse --is-shallow-repository)" != true ] || depth=(--unshallow)
  git fetch --quiet --no-tags "${depth[@]+"${depth[@]}"}" origin "$@" || true
}

if [ -z "$BEFORE" ] && [ -n "${BASE_SHA:-}" ]; then
  # As the pull request shows it: what it changes, not what others have changed since it was begun.
  after="${AFTER:-$HEAD_SHA}"
  git merge-base "$BASE_SHA" "$after" > /dev/null 2>&1 || fetch "$BASE_SHA" "$after"
  versions=("$BASE_SHA...$after")
else
  before="$BEFORE"
  if [ -z "$before" ]; then
    # A new branch was pushed from nowhere.
    case "${PUSHED_FROM:-}" in *[1-9a-f]*) before="$PUSHED_FROM" ;; *) before='HEAD^' ;; esac
  fi
  after="${AFTER:-HEAD}"
  here "$before" && here "$after" || fetch
  versions=("$before" "$after")
fi

options=()
[ -z "$AS_OF" ] || options+=("--as-of=$AS_OF")
limits=()
while IFS= read -r path; do
  [ -z "$path" ] || limits+=("$path")
done <<< "$PATHS"

diff() { node "$ACTION/../ci/pathway.mjs" diff "${options[@]+"${options[@]}"}" "$@" "${versions[@]}" -- "${limits[@]+"${limits[@]}"}"; }

diff "--output=$html" > /dev/null
diff "--output=$markdown" > /dev/null
cat "$markdown" >> "$GITHUB_STEP_SUMMARY"
{
  echo "html=$html"
  echo "markdown=$markdown"
} >> "$GITHUB_OUTPUT"

failing=()
while IFS= read -r what; do
  [ -z "$what" ] || failing+=("--fail-on=$what")
done <<< "$FAIL_ON"
diff "${failing[@]+"${failing[@]}"}"
