#!/usr/bin/env pwsh
# Puts firmware, application, Wi-Fi, set-up and key onto a board, and listens whether it runs. All work is done by Flash/, for flash.sh too.
#   nanoff-config\flash.ps1 --help
$ErrorActionPreference = 'Stop'
if (-not (Get-Command dotnet -ErrorAction SilentlyContinue)) {
    [Console]::Error.WriteLine('dotnet is not installed; get the .NET 10 SDK from https://dotnet.microsoft.com, then: dotnet tool install -g nanoff')
    exit 2
}
# PowerShell makes an array of 60.17,24.94,30: put it together again.
$given = @(foreach ($argument in $args) { $argument -join ',' })
& dotnet run --project (Join-Path $PSScriptRoot 'Flash') '--' @given
exit $LASTEXITCODE
