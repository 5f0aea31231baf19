<#if commands.folded>
<details>
<summary>Repeat it</summary>

${fenced("shell", commands.text)}

</details>
<#else>
Repeat it:

${fenced("shell", commands.text)}
</#if>
