#!/usr/bin/env bash
# Puts firmware, application, Wi-Fi, set-up and key onto a board, and listens whether it runs. All work is done by Flash/, for flash.ps1 too.
#   nanoff-config/flash.sh --help
set -euo pipefail
here="$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)"
if ! command -v dotnet >/dev/null 2>&1; then
  echo "dotnet is not installed; get the .NET 10 SDK from https://dotnet.microsoft.com, then: dotnet tool install -g nanoff" >&2
  exit 2
fi
exec dotnet run --project "$here/Flash" -- "$@"
