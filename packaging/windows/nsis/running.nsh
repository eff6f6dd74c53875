; A running console is asked to end before its files are touched.

!define PATIENCE_MS 90000 ; the program itself waits 40 seconds at most

!macro Running un
; In $R0 the folder of the program. Goes on when nothing of it runs any more, else ends the run.
Function ${un}EndRunning
  Call ${un}LookFree
  ${If} $R1 = 1
    Return
  ${EndIf}
  ${Say} "A console runs in $R0: it is asked to end."
  nsExec::Exec /TIMEOUT=${PATIENCE_MS} '"$R0\${CLI}" --end'
  Pop $0
  ${Say} "--end said $0"
  ${ForEach} $2 1 20 + 1 ; a process that has ended may hold its file for a moment
    Call ${un}LookFree
    ${If} $R1 = 1
      StrCpy $WasRunning 1
      Return
    ${EndIf}
    ${If} $0 != 0
      ${Break}
    ${EndIf}
    Sleep 250
  ${Next}
  ${DoWhile} $R1 = 0
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(STILL_RUNNING)" /SD IDCANCEL IDRETRY again
    ${Say} "A console does not end (exit code 3)."
    !if "${un}" == ""
      Call BringBack
    !endif
    SetErrorLevel 3
    Abort
    again:
    Call ${un}LookFree
  ${Loop}
FunctionEnd

; $R1 = 1: both programs in the folder $R0 can be written, so none of them runs.
Function ${un}LookFree
  StrCpy $R1 1
  !insertmacro LookFree ${EXE}
  !insertmacro LookFree ${CLI}
FunctionEnd
!macroend

!macro LookFree FILE
  ${If} ${FileExists} "$R0\${FILE}"
    ClearErrors
    FileOpen $R2 "$R0\${FILE}" a
    ${If} ${Errors}
      StrCpy $R1 0
    ${Else}
      FileClose $R2
    ${EndIf}
  ${EndIf}
!macroend

!insertmacro Running ""
!insertmacro Running "un."

; What ended for a silent upgrade comes back, as the person at the screen and not as the administrator.
Function StartAgain
  ${If} $WasRunning = 1
  ${AndIf} $NoStart = 0
  ${AndIf} ${Silent}
    Call StartProgram
  ${EndIf}
FunctionEnd

Function StartProgram
  SetOutPath $INSTDIR
  System::Call 'advapi32::OpenProcessToken(p -1, i 8, *p .r0)' ; TOKEN_QUERY
  StrCpy $1 1
  System::Call 'advapi32::GetTokenInformation(p r0, i 18, *i .r1, i 4, *i .r2)' ; TokenElevationType
  System::Call 'kernel32::CloseHandle(p r0)'
  System::Call 'user32::GetShellWindow() p .r2'
  ${If} $1 = 2 ; full rights out of a sign-in without them
  ${AndIf} $2 P<> 0
    Exec '"$WINDIR\explorer.exe" "$INSTDIR\${EXE}"'
  ${Else}
    Exec '"$INSTDIR\${EXE}"'
  ${EndIf}
  ${Say} "The console is started again."
  SetOutPath $TEMP
FunctionEnd
