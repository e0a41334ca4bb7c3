using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>convert</c> and how they become a request.</summary>
internal sealed class ConvertSyntax
{
    private readonly DataOptions _data = new();
    private readonly ValueOption _out = new("--out", "file") { IsNeeded = true };

    public Command ToCommand(string name) => new(name)
    {
        _data.Snapshot, _data.Packs, _out, _data.Region, _data.InputName, _data.Map, _data.Encoding, _data.Strict, _data.SkipMalformed,
    };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public ConvertRequest Read(OptionReader options, Words words)
    {
        ConvertRequest request = new(_data.Read(options), options.Needed(_out));
        DataOptions.Check(request.Data, options, words);
        if (Problem(request, words) is { } problem) options.Refuse(problem);
        return request;
    }

    private string? Problem(ConvertRequest request, Words words)
    {
        string path = request.Out;
        if (path == DataInput.StandardOutput) return null;
        if (!OutputFile.IsDevice(path) && !path.EndsWith(DataInput.ColumnFileEnding, StringComparison.OrdinalIgnoreCase)) return words.ColumnFileWantsName(_out.Name, path);
        if (!OutputFile.IsPossible(path)) return words.NoFolderForOutput(path);
        return InputFiles.Includes(request.Data, path) ? words.OutIsInput(_out.Name, path) : null;
    }
}
