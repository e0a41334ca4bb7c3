using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Engine;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>template</c> and how they become a request.</summary>
internal sealed class TemplateSyntax
{
    private const string Workbook = "xlsx";
    private const string Csv = "csv";

    private readonly ValueOption _packs = new("--packs", "dir") { IsNeeded = true };
    private readonly ValueOption _region = new("--region", "code");
    private readonly ValueOption _area = new("--area", "area") { IsRepeatable = true };
    private readonly ValueOption _rule = new("--rule", "id") { IsRepeatable = true };
    private readonly ValueOption _out = new("--out", "path") { IsNeeded = true };
    private readonly ValueOption _format = new("--format", $"{Workbook}|{Csv}");

    public Command ToCommand(string name) => new(name) { _packs, _region, _area, _rule, _out, _format };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public TemplateRequest Read(OptionReader options, Words words)
    {
        string path = options.Needed(_out);
        string format = options.Choice(_format, IsFolder(path) ? Csv : Workbook, Workbook, Csv);
        TemplateRequest request = new(options.Needed(_packs), path, format == Csv ? FormFormat.Csv : FormFormat.Workbook, new RunOptions
        {
            Only = options.Region(_region),
            Areas = options.All(_area),
            Rules = options.All(_rule),
        });
        if (Problem(request, words) is { } problem) options.Refuse(problem);
        return request;
    }

    private static string? Problem(TemplateRequest request, Words words)
    {
        string path = request.Out;
        if (request is { Format: FormFormat.Csv, Out: DataInput.StandardOutput }) return words.FormsNeedFolder;
        if (request.Format == FormFormat.Csv) return FormFolder.IsPossible(path) ? null : words.NoOutputFolder(path);
        if (path == DataInput.StandardOutput || OutputFile.IsDevice(path)) return null;
        if (IsFolder(path) || !path.EndsWith($".{Workbook}", StringComparison.OrdinalIgnoreCase)) return words.UnknownKindOfForm(path);
        return OutputFile.IsPossible(path) ? null : words.NoFolderForOutput(path);
    }

    private static bool IsFolder(string path) => Path.EndsInDirectorySeparator(path) || Directory.Exists(path);
}
