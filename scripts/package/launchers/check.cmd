@echo off
rem Checks the terminal in the present window and ends with the exit code of the check. For scheduled tasks too:
rem it asks nothing and waits for nobody.
setlocal EnableExtensions DisableDelayedExpansion
rem What the machine or a task says to other Nodes is not meant for this one: options, paths, certificates.
rem One is there for certain: `set` complains where it has none to name.
set "NODE_=-"
for /f "delims==" %%v in ('set NODE_') do set "%%v="
for %%v in (OPENSSL_CONF OPENSSL_MODULES SSL_CERT_FILE SSL_CERT_DIR) do set "%%v="
set OQS_ARGS=%*
set "OQS_NAGIOS="
setlocal EnableDelayedExpansion
if defined OQS_ARGS if not "!OQS_ARGS:--nagios=!"=="!OQS_ARGS!" set "OQS_NAGIOS=yes"
endlocal & set "OQS_NAGIOS=%OQS_NAGIOS%"

set "OQS_PART=node\node.exe"
if not exist "%~dp0%OQS_PART%" goto incomplete
set "OQS_PART=app\main.js"
if not exist "%~dp0%OQS_PART%" goto incomplete

rem The program adds 100 to each exit code of its own. Anything else is no answer: Node itself ends with 1 where it cannot
rem begin, a killed one with anything, and 0 to 3 are verdicts.
set "OQS_EXIT_OFFSET=100"
"%~dp0node\node.exe" "%~dp0app\main.js" check %*
set "OQS_RAW=%ERRORLEVEL%"
set /a OQS_CODE=OQS_RAW-100
for %%c in (0 1 2 3 64 70 129 130 143) do if "%OQS_CODE%"=="%%c" exit /b %%c
set "OQS_WHY=the program ended without an answer (code %OQS_RAW%). Extract the whole ZIP again."
goto failed

:incomplete
rem On stdout: there is no answer that it could spoil, and what keeps answers keeps this in its place.
set "OQS_WHY=%OQS_PART% is missing beside this file. Extract the whole ZIP first."
if "%OQS_NAGIOS%"=="yes" goto unknown
echo oqs-console: %OQS_WHY%
exit /b 70

:failed
if "%OQS_NAGIOS%"=="yes" goto unknown
echo oqs-console: %OQS_WHY% 1>&2
exit /b 70

:unknown
echo OQS UNKNOWN - %OQS_WHY%
exit /b 3
