using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>waivers</c> and how they become a request.</summary>
internal sealed class WaiversSyntax
{
    private const string Json = "json";

    private readonly DataOptions _data = new();
    private readonly ValueOption _ending = new("--ending", "days");
    private readonly ValueOption _only = new("--only", "code");
    private readonly ValueOption _format = new("--format", $"{OutputFormats.Table}|{Json}");
    private readonly FlagOption _includePersonal = new("--include-personal");

    public Command ToCommand(string name) => new(name)
    {
        _data.Snapshot, _data.Packs, _data.Waivers, _ending, _data.AsOf, _data.Region, _only, _data.Pack, _data.InputName, _data.Map, _data.Previous, _data.PreviousMap, _format,
        _data.Encoding, _data.Strict, _data.SkipMalformed, _includePersonal,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public EvaluateRequest Read(OptionReader options, Words words)
    {
        EvaluateRequest data = _data.Read(options);
        DataOptions.Check(data, options, words);
        return data with
        {
            Run = data.Run with { Only = options.Region(_only), WaiversEndingWithin = options.Days(_ending, data.Run.WaiversEndingWithin), IncludePersonal = options.Flag(_includePersonal) },
            Format = options.Choice(_format, OutputFormats.Table, OutputFormats.Table, Json),
            IsWaiverList = true,
        };
    }
}
