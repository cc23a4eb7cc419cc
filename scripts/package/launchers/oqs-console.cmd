@echo off
rem Opens the console. No installation, nothing is written beside this file.
rem ASCII only: cmd.exe reads this in the code page of the machine. No chcp: Node writes to the window in
rem Unicode by itself, and on Windows 10 a change of the code page makes the window choose another font.
rem No blocks in parentheses, and no path outside of quotes: the folder's name may hold any character.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0node\node.exe" goto incomplete

set "OQS_OWN=%OQS_WINDOW%"
set "OQS_WINDOW="
if "%OQS_OWN%"=="own" goto run
rem Explorer, RunOnce, shortcuts and scripts start a cmd.exe with /c for this file: its window is ours already.
rem Typed at a prompt there is no /c; the console gets a window of its own then.
setlocal EnableDelayedExpansion
set "OQS_TYPED="
if /i "!cmdcmdline:/c=!"=="!cmdcmdline!" set "OQS_TYPED=yes"
endlocal & set "OQS_TYPED=%OQS_TYPED%"
if not "%OQS_TYPED%"=="yes" goto run

rem The new cmd.exe itself puts in the path and the arguments, after it has read its line: so no character of
rem them means anything to it.
set "OQS_WINDOW=own"
set "OQS_SELF=%~f0"
set OQS_ARGS=%*
start "oqs-console" /wait "%ComSpec%" /d /v:on /s /c ""!OQS_SELF!" !OQS_ARGS!"
exit /b %ERRORLEVEL%

:run
title oqs-console
rem What is to be opened again after a restart.
set "OQS_LAUNCHER=%~f0"
"%~dp0node\node.exe" "%~dp0app\main.js" %*
set "OQS_CODE=%ERRORLEVEL%"
if "%OQS_OWN%"=="" set "OQS_OWN=shared"
"%~dp0node\node.exe" "%~dp0app\restore.js" %OQS_CODE% %OQS_OWN% %*
if errorlevel 1 pause >nul
exit /b %OQS_CODE%

:incomplete
echo oqs-console: node\node.exe is missing beside this file.
echo Extract the whole ZIP first, then open oqs-console.cmd in the extracted folder.
echo ZIP wo migi-click shite [subete tenkai], tenkai shita folder no oqs-console.cmd wo hiraite kudasai.
pause
exit /b 64
