; What a person sees: for whom, where, how it starts; and on removal whether the records go too.

Var ForAll
Var AtSignIn
Var OnDesktop
Var WithData

!ifdef ICON
  !define MUI_ICON "${ICON}"
  !define MUI_UNICON "${ICON}"
!endif
!define MUI_ABORTWARNING
!define MUI_WELCOMEFINISHPAGE_BITMAP "${__FILEDIR__}\side.bmp" ; resources/app.svg on the console's own dark ground
!define MUI_FINISHPAGE_RUN
!define MUI_FINISHPAGE_RUN_FUNCTION StartProgram

!define MUI_WELCOMEPAGE_TEXT "$(WELCOME)"
!insertmacro MUI_PAGE_WELCOME
Page custom AskHow TakeHow
!define MUI_PAGE_CUSTOMFUNCTION_PRE AskWhere
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH

UninstPage custom un.AskData un.TakeData
!insertmacro MUI_UNPAGE_INSTFILES

Function AskHow
  !insertmacro MUI_HEADER_TEXT "$(HOW)" "$(HOW_MORE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateRadioButton} 0 0 100% 12u "$(ONLY_ME)"
  Pop $1
  ${NSD_CreateRadioButton} 0 16u 100% 12u "$(EVERYONE)"
  Pop $ForAll
  ${If} $Mode == "all"
    ${NSD_Check} $ForAll
  ${Else}
    ${NSD_Check} $1
  ${EndIf}
  ${If} $Before != "" ; what is installed stays what it is
    EnableWindow $1 0
    EnableWindow $ForAll 0
  ${EndIf}
  ${NSD_CreateCheckBox} 0 44u 100% 12u "$(START_ON_WALL)"
  Pop $AtSignIn
  ReadRegStr $0 SHCTX "${AT_SIGN_IN}" "${NAME}"
  ${If} $Wall == ""
  ${AndIf} $0 != ""
    StrCpy $Wall 1
  ${EndIf}
  ${If} $Wall == 1
    ${NSD_Check} $AtSignIn
  ${EndIf}
  ${NSD_CreateCheckBox} 0 60u 100% 12u "$(LINK_ON_DESKTOP)"
  Pop $OnDesktop
  ${If} $Link == ""
  ${AndIf} ${FileExists} "$DESKTOP\${NAME}.lnk"
    StrCpy $Link 1
  ${EndIf}
  ${If} $Link == 1
    ${NSD_Check} $OnDesktop
  ${EndIf}
  nsDialogs::Show
FunctionEnd

Function TakeHow
  ${NSD_GetState} $AtSignIn $Wall
  ${NSD_GetState} $OnDesktop $Link
  ${NSD_GetState} $ForAll $0
  StrCpy $Mode "user"
  ${If} $0 = ${BST_CHECKED}
    StrCpy $Mode "all"
    ${If} $Admin = 0
      Call Elevate
    ${EndIf}
  ${EndIf}
  Call UseMode
  Call CheckVersion
FunctionEnd

; The same setup again, by an administrator; this one ends. Who says no stays on the page.
Function Elevate
  ${GetParameters} $0
  StrCpy $1 "$0 /ALLUSERS /WALL=$Wall /DESKTOP=$Link"
  ${If} $Chosen != ""
    StrCpy $1 "$1 /D=$Chosen"
  ${EndIf}
  System::Call 'kernel32::CloseHandle(p $Alone)' ; the other one is alone in its turn
  ClearErrors
  ExecShell "runas" "$EXEPATH" "$1"
  ${If} ${Errors}
    Call CheckAlone
    ${Fail} 5 "$(NEEDS_ADMIN)"
  ${EndIf}
  Quit
FunctionEnd

Function AskWhere
  ${If} $Before != ""
    Abort ; it stays where it is
  ${EndIf}
FunctionEnd

Function un.Elevate
  ${If} ${Silent}
    ${Fail} 5 "$(NEEDS_ADMIN)"
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ExecShell "runas" "$INSTDIR\uninstall.exe" "$0"
  ${If} ${Errors}
    ${Fail} 5 "$(NEEDS_ADMIN)"
  ${EndIf}
  Quit
FunctionEnd

Function un.AskData
  !insertmacro MUI_HEADER_TEXT "$(REMOVING)" "$(REMOVING_MORE)"
  nsDialogs::Create 1018
  Pop $0
  ${NSD_CreateLabel} 0 0 100% 24u "$(REMOVING_FROM)"
  Pop $0
  ${NSD_CreateCheckBox} 0 36u 100% 12u "$(REMOVE_DATA)"
  Pop $WithData
  ${If} $RemoveData = 1
    ${NSD_Check} $WithData
  ${EndIf}
  ${NSD_CreateLabel} 12u 52u -12u 36u "$(REMOVE_DATA_MORE)"
  Pop $0
  GetDlgItem $0 $HWNDPARENT 1
  SendMessage $0 ${WM_SETTEXT} 0 "STR:$(REMOVE_NOW)"
  nsDialogs::Show
FunctionEnd

Function un.TakeData
  ${NSD_GetState} $WithData $RemoveData
FunctionEnd
