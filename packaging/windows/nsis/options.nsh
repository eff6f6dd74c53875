; What the command line says, and how a run that cannot go on ends.

!define NOT_GIVEN "?"
Var Site
Var Broker
Var Database
Var Plant
Var Tongue
Var Wall
Var Link
Var NoStart
Var RemoveData
Var Log ; handle of the open log, "" for none
Var LogPath

!define Say "!insertmacro Say"
!macro Say WORDS
  DetailPrint `${WORDS}`
  ${If} $Log != ""
    FileWriteUTF16LE $Log `${WORDS}$\r$\n`
  ${EndIf}
!macroend

!define Fail "!insertmacro Fail"
!macro Fail CODE WORDS
  Push `${WORDS}`
  Push ${CODE}
  !ifdef __UNINSTALL__
    Call un.Fail
  !else
    Call Fail
  !endif
!macroend

; Keep, change or forget what the program finds in the registry.
!macro Handed VALUE KEY
  ${If} ${VALUE} == ""
    DeleteRegValue SHCTX "${HANDED}" "${KEY}"
  ${ElseIf} ${VALUE} != "${NOT_GIVEN}"
    WriteRegStr SHCTX "${HANDED}" "${KEY}" "${VALUE}"
  ${EndIf}
!macroend

!macro ReadingOptions un
; Ends the run: exit code and words from the stack. On a page of its own the person may still go back.
Function ${un}Fail
  Pop $R1
  Pop $R2
  SetErrorLevel $R1
  ${Say} "$R2 (exit code $R1)"
  ${IfNot} ${Silent}
    MessageBox MB_OK|MB_ICONSTOP $R2
  ${EndIf}
  !if "${un}" == ""
    Call BringBack
  !endif
  Abort
FunctionEnd

; The words of the command line by the rules of Windows, each to TakeOption in $6.
Function ${un}ReadOptions
  StrCpy $Site "${NOT_GIVEN}"
  StrCpy $Broker "${NOT_GIVEN}"
  StrCpy $Database "${NOT_GIVEN}"
  StrCpy $Plant "${NOT_GIVEN}"
  StrCpy $Tongue "${NOT_GIVEN}"
  StrCpy $Wall ""
  StrCpy $Link ""
  StrCpy $NoStart 0
  StrCpy $RemoveData 0
  StrCpy $LogPath "$TEMP\gemba-console-setup.log"
  StrCpy $R3 "" ; the first word that is not understood
  System::Call 'kernel32::GetCommandLineW() p .r0'
  System::Call 'shell32::CommandLineToArgvW(p r0, *i .r1) p .r2'
  IntOp $1 $1 - 1
  ${ForEach} $3 1 $1 + 1
    IntOp $4 $3 * ${NSIS_PTR_SIZE}
    IntPtrOp $4 $2 + $4
    System::Call '*$4(p .r5)'
    System::Call 'kernel32::lstrcpynW(w .r6, p r5, i ${NSIS_MAX_STRLEN})'
    StrCpy $7 $6 3
    ${If} $7 == "_?="
      ${Break} ; the last, and NSIS has read it with all its spaces
    ${EndIf}
    ${If} $7 == "/D="
    ${AndIf} $Chosen != ""
      ${Break} ; the same
    ${EndIf}
    Call ${un}TakeOption
  ${Next}
  System::Call 'kernel32::LocalFree(p r2)'
  ClearErrors
  FileOpen $Log $LogPath w
  ${If} ${Errors}
    StrCpy $Log ""
  ${Else}
    FileWriteUTF16LE /BOM $Log "$EXEPATH$\r$\n"
  ${EndIf}
  ${Say} "${NAME} ${VERSION}"
  ${If} $R3 != ""
    ${Fail} 6 "$(NOT_UNDERSTOOD)"
  ${EndIf}
FunctionEnd

; $6 is one word: /NAME or /NAME=value. What is not understood is remembered in $R3.
Function ${un}TakeOption
  StrCpy $4 -1
  ${Do}
    IntOp $4 $4 + 1
    StrCpy $5 $6 1 $4
    ${If} $5 == "="
    ${OrIf} $5 == ""
      ${ExitDo}
    ${EndIf}
  ${Loop}
  StrCpy $7 $6 $4
  IntOp $4 $4 + 1
  StrCpy $8 $6 "" $4
  ${Select} $7
    ${Case4} "/S" "/NCRC" "/CURRENTUSER" "/ALLUSERS"
      Nop
    ${Case} "/LOG"
      StrCpy $LogPath $8
    !if "${un}" == ""
      ${Case} "/D" ; one in quotation marks NSIS has not read
        StrCpy $Chosen $8
        !insertmacro Whole $Chosen
      ${Case} "/NOSTART"
        StrCpy $NoStart 1
      ${Case} "/SITE"
        StrCpy $Site $8
        !insertmacro Whole $Site
      ${Case} "/PLANT"
        StrCpy $Plant $8
        !insertmacro Whole $Plant
      ${Case} "/BROKER"
        StrCpy $Broker $8
        Call CheckBroker
      ${Case} "/DATABASE"
        StrCpy $Database $8
        Call CheckDatabase
      ${Case} "/LANGUAGE"
        StrCpy $Tongue $8
        !insertmacro OneOf "en" "zh_CN"
      ${Case} "/WALL"
        StrCpy $Wall $8
        !insertmacro OneOf 0 1
      ${Case} "/DESKTOP"
        StrCpy $Link $8
        !insertmacro OneOf 0 1
    !else
      ${Case} "/REMOVEDATA"
        StrCpy $RemoveData 1
    !endif
    ${CaseElse}
      StrCpy $R3 $6
  ${EndSelect}
  ${If} $7 == "/ALLUSERS"
    StrCpy $Mode "all"
  ${ElseIf} $7 == "/CURRENTUSER"
    StrCpy $Mode "user"
  ${EndIf}
FunctionEnd
!macroend

; The whole path of a file that need not be there; "" stays "".
!macro Whole VALUE
  ${If} ${VALUE} != ""
    System::Call 'kernel32::GetFullPathNameW(w "${VALUE}", i ${NSIS_MAX_STRLEN}, w .r9, p 0) i .r4'
    StrCpy ${VALUE} $9
  ${EndIf}
!macroend

!macro OneOf ONE OTHER
  ${If} $8 S!= "${ONE}"
  ${AndIf} $8 S!= "${OTHER}"
  ${AndIf} $8 != ""
    StrCpy $R3 $6
  ${EndIf}
!macroend

; A broker is HOST or HOST:PORT: nobody's name, no way there.
Function CheckBroker
  ${WordFind} "$8" "/" "E+1{" $9
  ${IfNot} ${Errors}
    StrCpy $R3 $6
  ${EndIf}
  ClearErrors
  ${WordFind} "$8" "@" "E+1{" $9
  ${IfNot} ${Errors}
    StrCpy $R3 $6
  ${EndIf}
FunctionEnd

; A database is an address without a password: the registry is no place for one, `--keep-secret` is.
Function CheckDatabase
  ${If} $8 == ""
    Return
  ${EndIf}
  ClearErrors
  ${WordFind} "$8" "://" "E+1}" $9
  ${If} ${Errors}
    StrCpy $R3 $6
    Return
  ${EndIf}
  ClearErrors
  ${WordFind} "$9" "@" "E+1{" $9
  ${If} ${Errors}
    Return
  ${EndIf}
  ClearErrors
  ${WordFind} "$9" ":" "E+1{" $9
  ${IfNot} ${Errors}
    StrCpy $R3 "/DATABASE=… ($(NO_PASSWORD))"
  ${EndIf}
FunctionEnd

!insertmacro ReadingOptions ""
!insertmacro ReadingOptions "un."
