@echo off
rem Does what mvnw does, on Windows: runs the Maven that .mvn\wrapper\maven-wrapper.properties names. It gets that Maven from
rem an installed one or, without one, from Apache's archive. It needs a JDK; curl and certutil come with Windows 10 and later.
setlocal
for /f "usebackq tokens=1* delims==" %%p in ("%~dp0.mvn\wrapper\maven-wrapper.properties") do set "%%p=%%q"
for %%u in ("%distributionUrl%") do set "_name=%%~nu"
set "_name=%_name:-bin=%"
if not defined MAVEN_USER_HOME set "MAVEN_USER_HOME=%USERPROFILE%\.m2"
set "_home=%MAVEN_USER_HOME%\wrapper\dists\%_name%"
if exist "%_home%\bin\mvn.cmd" goto run

set "_new=%_home%-%RANDOM%%RANDOM%"
mkdir "%_new%"
if not exist "%_new%" exit /b 1
pushd "%_new%"
set "_mvn="
for %%m in (mvn.cmd) do set "_mvn=%%~$PATH:m"
if not defined _mvn goto download
call "%_mvn%" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack "-Dartifact=org.apache.maven:apache-maven:%_name:apache-maven-=%:zip:bin" "-DoutputDirectory=%_new%" 1>&2
if errorlevel 1 goto failed
goto unpacked

:download
set "_jar=jar"
if defined JAVA_HOME set "_jar=%JAVA_HOME%\bin\jar"
curl -fsSLo maven.zip "%distributionUrl%"
if errorlevel 1 goto failed
set "_sum="
for /f "skip=1" %%h in ('certutil -hashfile maven.zip SHA256') do if not defined _sum set "_sum=%%h"
if /i not "%_sum%"=="%distributionSha256Sum%" goto mismatch
"%_jar%" xf maven.zip
if errorlevel 1 goto failed

:unpacked
if not exist "%_home%" move "%_name%" "%_home%" >nul
if not exist "%_home%\bin\mvn.cmd" goto failed
popd
rd /s /q "%_new%"

:run
endlocal & "%_home%\bin\mvn.cmd" %*

:mismatch
echo %distributionUrl% does not have the checksum in maven-wrapper.properties 1>&2
:failed
popd
rd /s /q "%_new%"
exit /b 1
