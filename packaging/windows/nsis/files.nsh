; The program's files: the old ones are set aside before the new ones come, and come back when those do not.
; The program itself is set aside first and forgotten first: where its .old lies, a run was broken off before the new
; set was whole, and the next run begins by taking the old set back.

!macro EachFile DO
  !insertmacro ${DO} "${CLI}"
  !insertmacro ${DO} "uninstall.exe"
  !insertmacro ${DO} "_internal"
!macroend

; A folder of somebody else's program is never taken.
Function CheckFolder
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
  ${AndIfNot} ${FileExists} "$INSTDIR\${EXE}"
  ${AndIfNot} ${FileExists} "$INSTDIR\${EXE}.old"
  ${AndIf} $INSTDIR != $Before
    ${Fail} 2 "$(FOREIGN_FOLDER)"
  ${EndIf}
FunctionEnd

; Old and new lie beside each other for a moment, so all of the new needs room.
Function CheckRoom
  ClearErrors
  CreateDirectory $INSTDIR
  ${If} ${Errors}
    ${Fail} 2 "$(NOT_WRITTEN)"
  ${EndIf}
  SectionGetSize ${MAIN} $0
  System::Call 'kernel32::GetDiskFreeSpaceExW(w "$INSTDIR", *l .r1, p 0, p 0) i .r2'
  System::Int64Op $1 / 1024
  Pop $1
  System::Int64Op $1 < $0
  Pop $1
  ${If} $2 <> 0
  ${AndIf} $1 = 1
    RMDir $INSTDIR
    IntOp $R9 $0 / 1024
    ${Fail} 8 "$(NO_ROOM)"
  ${EndIf}
FunctionEnd

!macro Aside NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}"
    Rename "$INSTDIR\${NAME}" "$INSTDIR\${NAME}.old"
  ${EndIf}
!macroend

!macro Gone NAME
  RMDir /r "$INSTDIR\${NAME}"
  Delete "$INSTDIR\${NAME}"
!macroend

!macro OldGone NAME
  !insertmacro Gone "${NAME}.old"
!macroend

!macro Back NAME
  ${If} ${FileExists} "$INSTDIR\${NAME}.old"
    !insertmacro Gone "${NAME}"
    Rename "$INSTDIR\${NAME}.old" "$INSTDIR\${NAME}"
  ${ElseIf} $Put = 2
    !insertmacro Gone "${NAME}" ; it was not there before
  ${EndIf}
!macroend

Function SetAside
  ${If} ${FileExists} "$INSTDIR\${EXE}.old"
    Call TakeBack
  ${EndIf}
  !insertmacro EachFile OldGone
  StrCpy $Put 1
  ClearErrors
  !insertmacro Aside "${EXE}"
  !insertmacro EachFile Aside
  ${If} ${Errors}
    ${Fail} 2 "$(NOT_WRITTEN)"
  ${EndIf}
FunctionEnd

; After a failure: as it was before.
Function BringBack
  ${If} $Put <> 0
    SetOutPath $TEMP
    Call TakeBack
    StrCpy $Put 0
    RMDir $INSTDIR
    ${Say} "What was installed before is back."
  ${EndIf}
FunctionEnd

Function TakeBack
  !insertmacro EachFile Back
  !insertmacro Back "${EXE}"
FunctionEnd

; The new program stands: what it replaced goes, also in another folder.
Function ForgetOld
  StrCpy $Put 0
  SetOutPath $TEMP
  Delete "$INSTDIR\${EXE}.old"
  !insertmacro EachFile OldGone
  ${If} $Before != ""
  ${AndIf} $Before != $INSTDIR
    RMDir /r "$Before\_internal"
    Delete "$Before\${EXE}"
    Delete "$Before\${CLI}"
    Delete "$Before\uninstall.exe"
    RMDir $Before
  ${EndIf}
FunctionEnd

; Only what is ours; a folder that holds more stays. A library in use keeps everything where it is.
Function un.RemoveFiles
  SetOutPath $TEMP
  ClearErrors
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    Rename "$INSTDIR\_internal" "$INSTDIR\_internal.old"
    ${If} ${Errors}
      ${Fail} 2 "$(NOT_REMOVED)"
    ${EndIf}
  ${EndIf}
  !insertmacro EachFile OldGone
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\${EXE}.old"
  Delete "$INSTDIR\${CLI}"
  ClearErrors
  Delete "$INSTDIR\uninstall.exe"
  ${If} ${Errors} ; it is this process: a running program can be moved, and goes with the next start of Windows.
    ; Where it cannot be moved it stays: a deletion left for later would take the one of the next setup.
    GetTempFileName $0
    Delete $0
    ClearErrors
    Rename "$INSTDIR\uninstall.exe" $0
    ${IfNot} ${Errors}
      Delete /REBOOTOK $0
    ${EndIf}
  ${EndIf}
  RMDir $INSTDIR
FunctionEnd
