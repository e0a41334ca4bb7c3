using System.CommandLine;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>explain</c> and how they become a request.</summary>
internal sealed class ExplainSyntax
{
    private const string Table = "table";
    private const string Json = "json";

    private readonly DataOptions _data = new();
    private readonly ValueOption _subject = new("--subject", "table:id") { IsNeeded = true };
    private readonly ValueOption _rule = new("--rule", "id") { IsNeeded = true };
    private readonly ValueOption _format = new("--format", $"{Table}|{Json}");
    private readonly FlagOption _includePersonal = new("--include-personal");

    public Command ToCommand(string name) => new(name)
    {
        _data.Snapshot, _data.Packs, _subject, _rule, _data.AsOf, _data.Region, _data.Pack, _data.InputName, _data.Map, _data.Previous, _data.PreviousMap, _data.Waivers, _format,
        _data.Encoding, _data.Strict, _data.SkipMalformed, _includePersonal,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public ExplainRequest Read(OptionReader options, Words words)
    {
        EvaluateRequest data = _data.Read(options);
        DataOptions.Check(data, options, words);
        EvaluateRequest named = data with { Run = data.Run with { IncludePersonal = options.Flag(_includePersonal) } };
        return new ExplainRequest(named, options.Needed(_rule), options.Needed(_subject), options.Choice(_format, Table, Table, Json) == Json);
    }
}
