@echo off
rem Checks the terminal in the present window and ends with the exit code of the check. For scheduled tasks too:
rem it asks nothing and waits for nobody.
setlocal EnableExtensions DisableDelayedExpansion
if not exist "%~dp0node\node.exe" goto incomplete
"%~dp0node\node.exe" "%~dp0app\main.js" check %*
exit /b %ERRORLEVEL%

:incomplete
echo oqs-console: node\node.exe is missing beside this file. Extract the whole ZIP first. 1>&2
exit /b 64
