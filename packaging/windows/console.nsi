; The installer of Gemba Console, in English and Chinese, for one account or for all of a computer.
;
;   makensis -INPUTCHARSET UTF8 -DVERSION=1.2.3 -DPAYLOAD=folder -DOUT=setup.exe console.nsi
;     -DICON=file.ico          the icon of the setup and of its uninstaller
;     -DSIGN=command           is run with each uninstaller that is made; it signs in place, and must end with 0
;     -DUPGRADE_CODE={GUID}    of the MSI: what group policy installed is left to group policy
;     -DX64STUB                a 64-bit setup, for systems without 32-bit programs
;
; Setup.exe, silent with /S; /D=folder comes last, without quotation marks, or in them where its path has spaces:
;   /CURRENTUSER | /ALLUSERS   else as it is installed; else all accounts for an administrator's silent run, this one otherwise
;   /SITE=file  /PLANT=file  /BROKER=host[:port]  /DATABASE=url  /LANGUAGE=en|zh_CN
;                              what the program finds in the registry; kept over upgrades, and an empty one is forgotten;
;                              the language is that of the setup too, which is else that of Windows
;   /WALL=0|1   /DESKTOP=0|1   start at sign-in in wall mode; a link on the desktop; kept over upgrades
;   /NOSTART                   a console that had to end for the upgrade is not started again
;   /LOG=file                  what was done and why it failed; else gemba-console-setup.log in the folder %TEMP%
; uninstall.exe [/S] [/REMOVEDATA] [/LOG=file] [_?=folder]: the records stay unless /REMOVEDATA takes those of this
; account; with _?= and the program's folder, last, it does not hand over to a copy of itself and its exit code is heard.
;
; Exit codes: 0 done            1 cancelled               2 failed, and what was installed before is back
;   3 a console does not end    4 a newer one is there    5 needs an administrator    6 an option is not understood
;   7 Windows is too old        8 the disk is too full    9 another setup is running  10 an MSI installed it

Unicode true
!pragma warning error all
!pragma warning disable 8020 ; who calls may ask for quicker packing
!pragma warning disable 8026
!ifdef X64STUB
  Target amd64-unicode
!endif
!addincludedir "${__FILEDIR__}"
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include WinVer.nsh
!include x64.nsh
!include nsDialogs.nsh

!define NAME "Gemba Console"
!ifndef PUBLISHER
  !define PUBLISHER "Gemba Console developers"
!endif
!define EXE "gemba-console.exe"
!define CLI "gemba-console-cli.exe"
!define HANDED "Software\Gemba Console"
!define LISTED "Software\Microsoft\Windows\CurrentVersion\Uninstall\Gemba Console"
!define AT_SIGN_IN "Software\Microsoft\Windows\CurrentVersion\Run"
!define SWITCHED_OFF "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" ; by Task Manager
!define MAIN 0 ; the index of the one section
!define OLDEST_BUILD 17763 ; Windows 10 1809, the oldest that Qt runs on

Name "${NAME}"
OutFile "${OUT}"
BrandingText "${NAME} ${VERSION}"
RequestExecutionLevel user
ManifestDPIAware true
ManifestSupportedOS Win10
SetCompressor /SOLID lzma
SetCompressorDictSize 64
ShowInstDetails nevershow
ShowUninstDetails nevershow
!ifdef SIGN
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

VIProductVersion "${VERSION}.0"
!macro Version LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${NAME} ${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "Copyright 2025-2026 Gemba Console contributors. Apache License 2.0."
!macroend

Var Alone ; handle by which a second setup sees this one
Var Mode ; user | all
Var Admin ; 1 in the hands of an administrator
Var UserVersion ; installed for this account, "" for none
Var MachineVersion ; installed for all accounts, "" for none
Var Chosen ; /D=
Var Before ; the folder of the installed program, "" for none
Var WasRunning ; 1 once a console ended for us
Var Put ; 1 while the old files are set aside, 2 while the new ones come, 0 before and after

!include "nsis\options.nsh"
!include "nsis\running.nsh"
!include "nsis\files.nsh"
!include "nsis\pages.nsh"

!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro Version ${LANG_ENGLISH}
!insertmacro Version ${LANG_SIMPCHINESE}
!include "nsis\words_en.nsh"
!include "nsis\words_zh_CN.nsh"

; ---- beginning

Function .onInit
  SetRegView 64
  StrCpy $Chosen $INSTDIR
  Call ReadOptions
  ${If} $Tongue == "zh_CN"
    StrCpy $LANGUAGE ${LANG_SIMPCHINESE}
  ${ElseIf} $Tongue == "en"
    StrCpy $LANGUAGE ${LANG_ENGLISH}
  ${EndIf}
  Call CheckSystem
  Call CheckAlone
  Call FindInstalled
  Call ChooseMode
  Call UseMode
  ${If} ${Silent}
    Call CheckRights
  ${EndIf}
FunctionEnd

Function CheckSystem
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    ${Fail} 7 "$(OLD_WINDOWS)"
  ${EndIf}
FunctionEnd

Function CheckAlone
  System::Call 'kernel32::CreateMutexW(p 0, i 0, w "Gemba Console Setup") p .s ?e'
  Pop $1
  Pop $Alone
  ${If} $1 = 183 ; ERROR_ALREADY_EXISTS; the mutex ends with this process
    ${Fail} 9 "$(TWO_SETUPS)"
  ${EndIf}
FunctionEnd

Function FindInstalled
  ReadRegStr $MachineVersion HKLM "${LISTED}" "DisplayVersion"
  ReadRegStr $UserVersion HKCU "${LISTED}" "DisplayVersion"
  UserInfo::GetAccountType
  Pop $0
  StrCpy $Admin 0
  ${If} $0 == "Admin"
    StrCpy $Admin 1
  ${EndIf}
FunctionEnd

Function ChooseMode
  ${If} $Mode == ""
    StrCpy $Mode "user"
    ${If} $UserVersion == ""
      ${If} $MachineVersion != ""
        StrCpy $Mode "all"
      ${ElseIf} ${Silent}
      ${AndIf} $Admin = 1
        StrCpy $Mode "all"
      ${EndIf}
    ${EndIf}
  ${EndIf}
FunctionEnd

; Where things go in the chosen mode: SHCTX, the start menu, the folder.
Function UseMode
  ${If} $Mode == "all"
    SetShellVarContext all
    StrCpy $0 "$PROGRAMFILES64\${NAME}"
  ${Else}
    SetShellVarContext current
    StrCpy $0 "$LOCALAPPDATA\Programs\${NAME}"
  ${EndIf}
  ReadRegStr $Before SHCTX "${LISTED}" "InstallLocation"
  ${If} $Chosen != ""
    StrCpy $INSTDIR $Chosen
  ${ElseIf} $Before != ""
    StrCpy $INSTDIR $Before
  ${Else}
    StrCpy $INSTDIR $0
  ${EndIf}
FunctionEnd

Function CheckRights
  ${If} $Mode == "all"
  ${AndIf} $Admin = 0
    ${Fail} 5 "$(NEEDS_ADMIN)"
  ${EndIf}
FunctionEnd

Function CheckVersion
  ReadRegStr $0 SHCTX "${LISTED}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      StrCpy $R9 $0
      ${Fail} 4 "$(NEWER_THERE)"
    ${EndIf}
  ${EndIf}
FunctionEnd

; What group policy installed for the whole computer is its to upgrade.
Function CheckMsi
  !ifdef UPGRADE_CODE
    ${If} $Mode == "all"
      System::Call 'msi::MsiEnumRelatedProductsW(w "${UPGRADE_CODE}", i 0, i 0, w .r0) i .r1'
      ${If} $1 = 0
        ${Fail} 10 "$(MSI_THERE)"
      ${EndIf}
    ${EndIf}
  !endif
FunctionEnd

; ---- the one section

Section "${NAME}"
  Call CheckRights
  Call CheckVersion
  Call CheckMsi
  Call CheckFolder
  Call CheckRoom
  StrCpy $R0 $INSTDIR
  Call EndRunning
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    StrCpy $R0 $Before
    Call EndRunning
  ${EndIf}
  Call SetAside
  StrCpy $Put 2
  SetOutPath $INSTDIR
  SetOverwrite on
  File "${PAYLOAD}\${EXE}"
  File "${PAYLOAD}\${CLI}"
  File /r "${PAYLOAD}\_internal"
  ClearErrors
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    ${Fail} 2 "$(NOT_WRITTEN)"
  ${EndIf}
  Call KeepHanded
  Call KeepLinks
  Call KeepSignIn
  Call KeepListed
  Call ForgetOld
  Call StartAgain
  ${Say} "Version ${VERSION} is installed in $INSTDIR for $Mode."
  SetErrorLevel 0
SectionEnd

Function .onInstFailed
  Call BringBack
FunctionEnd

Function KeepHanded
  !insertmacro Handed $Site "Site"
  !insertmacro Handed $Broker "Broker"
  !insertmacro Handed $Database "Database"
  !insertmacro Handed $Plant "Plant"
  !insertmacro Handed $Tongue "Language"
  DeleteRegKey /ifempty SHCTX "${HANDED}"
FunctionEnd

Function KeepLinks
  CreateShortCut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\${EXE}"
  ${If} $Link == 0
    Delete "$DESKTOP\${NAME}.lnk"
  ${ElseIf} $Link == 1
  ${OrIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    CreateShortCut "$DESKTOP\${NAME}.lnk" "$INSTDIR\${EXE}"
  ${EndIf}
FunctionEnd

; The program itself writes the same entry, with its --data where it has one: an upgrade leaves that as it is.
Function KeepSignIn
  ReadRegStr $0 SHCTX "${AT_SIGN_IN}" "${NAME}"
  ${If} $Wall == 0
    DeleteRegValue SHCTX "${AT_SIGN_IN}" "${NAME}"
  ${ElseIf} $Wall == 1
    WriteRegStr SHCTX "${AT_SIGN_IN}" "${NAME}" '"$INSTDIR\${EXE}" --wall'
    DeleteRegValue SHCTX "${SWITCHED_OFF}" "${NAME}"
  ${ElseIf} $0 != ""
  ${AndIf} $Before != ""
  ${AndIf} $Before != $INSTDIR
    ${WordReplace} '$0' '"$Before\' '"$INSTDIR\' "+1" $1
    ${If} $1 == $0 ; without quotation marks, so the new path may not stand in its place
      StrCpy $1 '"$INSTDIR\${EXE}" --wall'
    ${EndIf}
    WriteRegStr SHCTX "${AT_SIGN_IN}" "${NAME}" $1
  ${EndIf}
FunctionEnd

; What the list of installed programs says.
Function KeepListed
  WriteRegStr SHCTX "${LISTED}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${LISTED}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${LISTED}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${LISTED}" "DisplayIcon" "$INSTDIR\${EXE},0"
  WriteRegStr SHCTX "${LISTED}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${LISTED}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr SHCTX "${LISTED}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  ${GetTime} "" "L" $0 $1 $2 $3 $4 $5 $6
  WriteRegStr SHCTX "${LISTED}" "InstallDate" "$2$1$0"
  SectionGetSize ${MAIN} $0
  WriteRegDWORD SHCTX "${LISTED}" "EstimatedSize" $0
  WriteRegDWORD SHCTX "${LISTED}" "NoModify" 1
  WriteRegDWORD SHCTX "${LISTED}" "NoRepair" 1
FunctionEnd

; ---- removing

Function un.onInit
  SetRegView 64
  Call un.ReadOptions
  UserInfo::GetAccountType
  Pop $Admin
  StrCpy $Mode "user"
  SetShellVarContext current
  ReadRegStr $0 HKLM "${LISTED}" "InstallLocation"
  ${If} $0 == $INSTDIR
    StrCpy $Mode "all"
    SetShellVarContext all
    ${If} $Admin != "Admin"
      Call un.Elevate
    ${EndIf}
  ${EndIf}
FunctionEnd

; Only an entry that starts what is removed.
!macro SignInGone ROOT
  ReadRegStr $0 ${ROOT} "${AT_SIGN_IN}" "${NAME}"
  StrCpy $1 $0 1
  ${If} $1 == '"'
    StrCpy $0 $0 "" 1
  ${EndIf}
  StrLen $1 "$INSTDIR\"
  StrCpy $0 $0 $1
  ${If} $0 == "$INSTDIR\"
    DeleteRegValue ${ROOT} "${AT_SIGN_IN}" "${NAME}"
  ${EndIf}
!macroend

Section "un.${NAME}"
  StrCpy $R0 $INSTDIR
  Call un.EndRunning
  Call un.RemoveFiles
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  !insertmacro SignInGone SHCTX
  !insertmacro SignInGone HKCU
  DeleteRegKey SHCTX "${LISTED}"
  DeleteRegKey SHCTX "${HANDED}"
  ${If} $RemoveData = 1
    SetShellVarContext current ; the records of whoever removes it; those of others are theirs
    RMDir /r "$LOCALAPPDATA\${NAME}"
    ${Say} "The records in $LOCALAPPDATA\${NAME} are removed."
  ${EndIf}
  ${Say} "The program is removed from $INSTDIR."
  SetErrorLevel 0
SectionEnd
