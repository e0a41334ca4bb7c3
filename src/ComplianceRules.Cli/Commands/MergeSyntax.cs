using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>merge</c> and how they become a request.</summary>
internal sealed class MergeSyntax
{
    private readonly PartsArgument _parts = new("part");
    private readonly ValueOption _packs = new("--packs", "dir") { IsNeeded = true };
    private readonly ValueOption _waivers = new("--waivers", "file");
    private readonly ValueOption _format = new("--format", string.Join('|', OutputFormats.Names));
    private readonly ValueOption _list = new("--list", "count");
    private readonly ValueOption _out = new("--out", "file");
    private readonly ValueOption _compareWith = new("--compare-with", "assessment");
    private readonly ValueOption _failOn = new("--fail-on", string.Join('|', SeverityNames.All));

    public Command ToCommand(string name) => new(name) { _parts, _packs, _waivers, _format, _list, _out, _compareWith, _failOn };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public MergeRequest Read(OptionReader options, Words words)
    {
        MergeRequest request = new(options.Needed(_parts), new EvaluateRequest(options.Needed(_parts)[0], options.Needed(_packs))
        {
            Waivers = options.Text(_waivers),
            Format = options.Choice(_format, OutputFormats.Table, OutputFormats.Names),
            Out = options.Output(_out),
            CompareWith = options.Text(_compareWith),
            FailOn = SeverityNames.Read(options, _failOn),
            MostListed = options.Count(_list, new ReportOptions().MostListed),
        });
        EvaluateSyntax.CheckReport(request.Report, (_compareWith, _list), options, words);
        if (request.Report is { Waivers: DataInput.StandardInput, CompareWith: DataInput.StandardInput }) options.Refuse(words.StandardInputTwice([_waivers.Name, _compareWith.Name]));
        if (request.Parts.Contains(DataInput.StandardInput)) options.Refuse(words.PartFromInput);
        InputFiles.CheckOutput(request.Report, _out.Name, request.Report.Out, options);
        if (request.Report.Out is { } output && request.Parts.Skip(1).Any(p => InputFiles.AreSame(output, p))) options.Refuse(words.OutIsInput(_out.Name, output));
        return request;
    }
}
