namespace ComplianceRules.Cli.Tests.Usage;

public sealed class UsageTests
{
    [Theory]
    [InlineData("", "name a command", "请给出要执行的命令")]
    [InlineData("evalute x", "unknown command `evalute` (did you mean `evaluate`?)", "没有命令 `evalute`（是否指 `evaluate`？）")]
    [InlineData("--nonsense", "unknown option `--nonsense`", "没有选项 `--nonsense`")]
    [InlineData("evaluate", "`<snapshot>` is missing|`--packs` is missing", "缺少参数 `<snapshot>`|缺少选项 `--packs`")]
    [InlineData("evaluate a.json", "`--packs` is missing", "缺少选项 `--packs`")]
    [InlineData("evaluate a.json --packs", "`--packs` needs a value", "`--packs` 后面要有值")]
    [InlineData("evaluate a.json --packs p --formt json", "unknown option `--formt` (did you mean `--format`?)", "没有选项 `--formt`（是否指 `--format`？）")]
    [InlineData("evaluate --formt json a.json --packs p", "unknown option `--formt` (did you mean `--format`?)", "没有选项 `--formt`（是否指 `--format`？）")]
    [InlineData("evaluate a.json b.json --packs p", "unexpected argument `b.json`", "多出了参数 `b.json`")]
    [InlineData("evaluate a.json --packs p --packs q", "`--packs` may be given only once", "`--packs` 只能给一次")]
    [InlineData("evaluate a.json --packs p --strict=yes", "unexpected argument `yes`", "多出了参数 `yes`")]
    [InlineData("evaluate a.json --packs p --as-of 2026-13-01", "`--as-of`: `2026-13-01` is no date, write one like 2026-09-01", "`--as-of`：`2026-13-01` 不是日期，请写成 2026-09-01 这样")]
    [InlineData("evaluate a.json --packs p --as-of 1.9.2026", "`--as-of`: `1.9.2026` is no date, write one like 2026-09-01", "`--as-of`：`1.9.2026` 不是日期，请写成 2026-09-01 这样")]
    [InlineData("evaluate a.json --packs p --only 37", "`--only`: `37` is no region code, write one like 370322, CN or US-NY-NYC", "`--only`：`37` 不是区划代码，请写成 370322、CN 或 US-NY-NYC 这样")]
    [InlineData("evaluate a.json --packs p --region x", "`--region`: `x` is no region code, write one like 370322, CN or US-NY-NYC", "`--region`：`x` 不是区划代码，请写成 370322、CN 或 US-NY-NYC 这样")]
    [InlineData("evaluate a.json --packs p --format xml", "`--format`: there is no `xml`, choose one of: table, csv, html, json, junit, markdown, ndjson, sarif, xlsx", "`--format`：没有 `xml`，可选：table, csv, html, json, junit, markdown, ndjson, sarif, xlsx")]
    [InlineData("evaluate a.json --packs p --format jsn", "`--format`: there is no `jsn`, choose one of: table, csv, html, json, junit, markdown, ndjson, sarif, xlsx (did you mean `json`?)", "`--format`：没有 `jsn`，可选：table, csv, html, json, junit, markdown, ndjson, sarif, xlsx（是否指 `json`？）")]
    [InlineData("evaluate a.json --packs p --fail-on worst", "`--fail-on`: there is no `worst`, choose one of: violation, warning, advice, progress, never", "`--fail-on`：没有 `worst`，可选：violation, warning, advice, progress, never")]
    [InlineData("evaluate a.json --packs p --pack lyceum", "`--pack`: `lyceum` must be written as PACK=SCHOOL, the id of a pack and the id of a school", "`--pack`：`lyceum` 应写成 规则包=学校代码")]
    [InlineData("evaluate a.json --packs p --pack =x", "`--pack`: `=x` must be written as PACK=SCHOOL, the id of a pack and the id of a school", "`--pack`：`=x` 应写成 规则包=学校代码")]
    [InlineData("evaluate a.json --packs p --pack x=", "`--pack`: `x=` must be written as PACK=SCHOOL, the id of a pack and the id of a school", "`--pack`：`x=` 应写成 规则包=学校代码")]
    [InlineData("evaluate a.json --packs p --encoding klingon", "`--encoding`: the encoding `klingon` is not read, choose one of: utf-8, utf8, gb18030, gbk, gb2312", "`--encoding`：不能读取编码 `klingon`，可选：utf-8, utf8, gb18030, gbk, gb2312")]
    [InlineData("evaluate a.txt --packs p", "cannot tell what `a.txt` is: a snapshot ends in .json or .ndjson, a table in .csv, a workbook in .xlsx, a column file in .crcol, or name a folder of tables or a database (postgresql://…, sqlite:FILE); standard input is `-`, and `--stdin-filename` says its format", "看不出 `a.txt` 是哪种数据：应为 .json 或 .ndjson 快照、.csv 文件、.xlsx 工作簿、.crcol 列文件、存放表格的文件夹，或数据库（postgresql://…、sqlite:文件）；标准输入写作 `-`，用 `--stdin-filename` 说明格式")]
    [InlineData("evaluate @a.txt --packs p", "cannot tell what `@a.txt` is: a snapshot ends in .json or .ndjson, a table in .csv, a workbook in .xlsx, a column file in .crcol, or name a folder of tables or a database (postgresql://…, sqlite:FILE); standard input is `-`, and `--stdin-filename` says its format", "看不出 `@a.txt` 是哪种数据：应为 .json 或 .ndjson 快照、.csv 文件、.xlsx 工作簿、.crcol 列文件、存放表格的文件夹，或数据库（postgresql://…、sqlite:文件）；标准输入写作 `-`，用 `--stdin-filename` 说明格式")]
    [InlineData("evaluate a.json --packs p --map m.json", "`--map` goes with data in .csv, .xlsx and databases only", "`--map` 只用于 .csv、.xlsx 和数据库的数据")]
    [InlineData("evaluate a.json --packs p --out nowhere/a.json", "cannot write `nowhere/a.json`: its folder is not there, or it is a folder itself", "无法写入 `nowhere/a.json`：没有这个文件夹，或同名的是文件夹")]
    [InlineData("evaluate a.json --packs p --out ./a.json", "`--out` would overwrite `./a.json`, which is read", "`--out` 会覆盖要读取的文件 `./a.json`")]
    [InlineData("evaluate a.txt --packs p --only 37", "`--only`: `37` is no region code, write one like 370322, CN or US-NY-NYC|cannot tell what `a.txt` is: a snapshot ends in .json or .ndjson, a table in .csv, a workbook in .xlsx, a column file in .crcol, or name a folder of tables or a database (postgresql://…, sqlite:FILE); standard input is `-`, and `--stdin-filename` says its format", "`--only`：`37` 不是区划代码，请写成 370322、CN 或 US-NY-NYC 这样|看不出 `a.txt` 是哪种数据：应为 .json 或 .ndjson 快照、.csv 文件、.xlsx 工作簿、.crcol 列文件、存放表格的文件夹，或数据库（postgresql://…、sqlite:文件）；标准输入写作 `-`，用 `--stdin-filename` 说明格式")]
    [InlineData("check", "`<path>` is missing", "缺少参数 `<path>`")]
    [InlineData("check p --format xml", "`--format`: there is no `xml`, choose one of: text, json, sarif", "`--format`：没有 `xml`，可选：text, json, sarif")]
    [InlineData("check p --version", "unknown option `--version`", "没有选项 `--version`")]
    [InlineData("check p --strict", "unknown option `--strict`", "没有选项 `--strict`")]
    [InlineData("test", "`<packs>` is missing", "缺少参数 `<packs>`")]
    [InlineData("test a b", "unexpected argument `b`", "多出了参数 `b`")]
    public void Wrong_usage_is_explained_in_both_languages(string line, string english, string chinese)
    {
        string[] arguments = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        Explains(Tool.Run(arguments), english);
        Explains(Tool.Run([.. arguments, "--lang", "zh"]), chinese);
    }

    [Fact]
    public void An_unknown_language_is_refused_in_English() =>
        Explains(Tool.Run("check", "p", "--lang", "fr"), "`--lang`: there is no `fr`, choose one of: zh, en");

    [Fact]
    public void A_language_that_is_missing_or_given_twice_is_refused()
    {
        Explains(Tool.Run("check", "p", "--lang"), "`--lang` needs a value");
        Explains(Tool.Run("--lang", "zh", "check", "p", "--lang", "en"), "`--lang` may be given only once");
    }

    [Fact]
    public void The_last_line_says_where_help_is()
    {
        Assert.EndsWith("see `compliance-rules check --help`\n", Tool.Run("check").Error, StringComparison.Ordinal);
        Assert.EndsWith("用法见 `compliance-rules --help`\n", Tool.Run("--lang", "zh").Error, StringComparison.Ordinal);
    }

    private static void Explains(Tool run, string problems)
    {
        Assert.Equal(64, run.Code);
        Assert.Empty(run.Output);
        string[] lines = [.. run.Error.Split('\n', StringSplitOptions.RemoveEmptyEntries).SkipLast(1)];
        Assert.Equal(problems.Split('|').Select(p => $"compliance-rules: {p}"), lines);
    }
}
