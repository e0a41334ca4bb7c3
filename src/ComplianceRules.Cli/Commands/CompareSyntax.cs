using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>compare</c> and how they become a request.</summary>
internal sealed class CompareSyntax
{
    private readonly MainArgument _before = new("old-assessment");
    private readonly MainArgument _after = new("new-assessment");
    private readonly ValueOption _format = new("--format", string.Join('|', ComparisonFormats.Names));
    private readonly ValueOption _out = new("--out", "file");
    private readonly ValueOption _failOn = new("--fail-on", "severity");
    private readonly FlagOption _all = new("--all");

    public Command ToCommand(string name) => new(name) { _before, _after, _format, _out, _failOn, _all };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public CompareRequest Read(OptionReader options, Words words)
    {
        CompareRequest request = new(options.Needed(_before), options.Needed(_after))
        {
            Format = options.Choice(_format, ComparisonFormats.Table, ComparisonFormats.Names),
            Out = options.Text(_out),
            FailOn = SeverityNames.Read(options, _failOn),
            ListsAll = options.Flag(_all),
        };
        if (request is { Before: DataInput.StandardInput, After: DataInput.StandardInput }) options.Refuse(words.CompareTwiceFromInput);
        if (request.Out is not { } output) return request;
        if (!OutputFile.IsPossible(output)) options.Refuse(words.NoFolderForOutput(output));
        else if (InputFiles.AreSame(output, request.Before) || InputFiles.AreSame(output, request.After)) options.Refuse(words.OutIsInput(_out.Name, output));
        return request;
    }
}
