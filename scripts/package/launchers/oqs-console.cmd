@echo off
rem Opens the console. No installation, nothing is written beside this file.
rem ASCII only: cmd.exe reads this in the code page of the machine. No chcp: Node writes to the window in
rem Unicode by itself, and on Windows 10 a change of the code page makes the window choose another font.
rem No blocks in parentheses, and no path outside of quotes: the folder's name may hold any character.
setlocal EnableExtensions DisableDelayedExpansion
rem What the machine or a task says to other Nodes is not meant for this one: options, paths, certificates.
rem One is there for certain: `set` complains where it has none to name.
set "NODE_=-"
for /f "delims==" %%v in ('set NODE_') do set "%%v="
for %%v in (OPENSSL_CONF OPENSSL_MODULES SSL_CERT_FILE SSL_CERT_DIR) do set "%%v="
set "OQS_OWN=%OQS_WINDOW%"
set "OQS_WINDOW="
set OQS_ARGS=%*
rem Explorer, RunOnce, shortcuts and scripts start a cmd.exe with /c for this file: its window is ours already.
rem Typed at a prompt there is no /c; the console gets a window of its own then.
set "OQS_NAGIOS="
set "OQS_TYPED="
setlocal EnableDelayedExpansion
if defined OQS_ARGS if not "!OQS_ARGS:--nagios=!"=="!OQS_ARGS!" set "OQS_NAGIOS=yes"
if /i "!cmdcmdline:/c=!"=="!cmdcmdline!" set "OQS_TYPED=yes"
endlocal & set "OQS_NAGIOS=%OQS_NAGIOS%" & set "OQS_TYPED=%OQS_TYPED%"

set "OQS_PART=node\node.exe"
if not exist "%~dp0%OQS_PART%" goto incomplete
set "OQS_PART=app\main.js"
if not exist "%~dp0%OQS_PART%" goto incomplete
set "OQS_PART=app\restore.js"
if not exist "%~dp0%OQS_PART%" goto incomplete
if "%OQS_OWN%"=="own" goto run
if not "%OQS_TYPED%"=="yes" goto run

rem The new cmd.exe itself puts in the path and the arguments, after it has read its line: so no character of
rem them means anything to it.
set "OQS_WINDOW=own"
set "OQS_SELF=%~f0"
start "oqs-console" /wait "%ComSpec%" /d /v:on /s /c ""!OQS_SELF!" !OQS_ARGS!"
set "OQS_RAW=%ERRORLEVEL%"
goto ended

:run
title oqs-console
rem What is to be opened again after a restart.
set "OQS_LAUNCHER=%~f0"
rem The program adds 100 to each exit code of its own. Anything else is no answer: Node itself ends with 1 where it cannot
rem begin, a killed one with anything, and 0 to 3 are verdicts.
set "OQS_EXIT_OFFSET=100"
"%~dp0node\node.exe" "%~dp0app\main.js" %*
set "OQS_RAW=%ERRORLEVEL%"
set "OQS_EXIT_OFFSET="
if "%OQS_OWN%"=="" set "OQS_OWN=shared"
"%~dp0node\node.exe" "%~dp0app\restore.js" %OQS_RAW% %OQS_OWN% %*
if errorlevel 1 pause >nul
if "%OQS_OWN%"=="own" exit /b %OQS_RAW%

:ended
set /a OQS_CODE=OQS_RAW-100
for %%c in (0 1 2 3 64 70 129 130 143) do if "%OQS_CODE%"=="%%c" exit /b %%c
set "OQS_WHY=the program ended without an answer (code %OQS_RAW%)."
if "%OQS_NAGIOS%"=="yes" goto unknown
echo oqs-console: %OQS_WHY% 1>&2
exit /b 70

:incomplete
set "OQS_WHY=%OQS_PART% is missing beside this file."
if "%OQS_NAGIOS%"=="yes" goto unknown
echo oqs-console: %OQS_WHY% 1>&2
echo Extract the whole ZIP first, then open oqs-console.cmd in the extracted folder. 1>&2
echo ZIP wo migi-click shite [subete tenkai], tenkai shita folder no oqs-console.cmd wo hiraite kudasai. 1>&2
echo Press any key. 1>&2
pause >nul
exit /b 70

:unknown
echo OQS UNKNOWN - %OQS_WHY%
exit /b 3
