using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;

namespace ComplianceRules.Cli.Commands;

/// <summary>The options of <c>import</c> and how they become a request.</summary>
internal sealed class ImportSyntax
{
    private const string RulesEngine = "rules-engine";
    private const string Text = "text";
    private const string Json = "json";

    private readonly MainArgument _kind = new("kind");
    private readonly MainArgument _rules = new("rules");
    private readonly ValueOption _facts = new("--facts", "dir") { IsNeeded = true };
    private readonly ValueOption _map = new("--map", "input=table") { IsRepeatable = true };
    private readonly ValueOption _out = new("--out", "dir") { IsNeeded = true };
    private readonly ValueOption _format = new("--format", $"{Text}|{Json}");

    public Command ToCommand(string name) => new(name) { _kind, _rules, _facts, _map, _out, _format };

    /// <summary>What is asked for; where the reader has problems afterwards, it means nothing.</summary>
    public ImportRequest Read(OptionReader options, Words words)
    {
        ImportRequest request = new(options.Needed(_rules), options.Needed(_facts), options.Needed(_out)) { Map = Map(options, words), IsJson = options.Choice(_format, Text, Text, Json) == Json };
        string kind = options.Needed(_kind);
        if (kind != RulesEngine) options.Refuse(words.Guess(words.UnknownKindOfRules(kind, RulesEngine), NearestName.Of(kind, [RulesEngine])));
        if (!FormFolder.IsPossible(request.Out)) options.Refuse(words.NoOutputFolder(request.Out));
        else if (Directory.Exists(request.Out) && Directory.EnumerateFileSystemEntries(request.Out).Any()) options.Refuse(words.FolderHasFiles(request.Out));
        else if (!IsId(request.PackId)) options.Refuse(words.FolderIsNoId(request.PackId));
        return request;
    }

    private ImmutableSortedDictionary<string, string> Map(OptionReader options, Words words)
    {
        ImmutableSortedDictionary<string, string>.Builder map = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string pair in options.All(_map))
        {
            string[] parts = pair.Split('=');
            bool isPair = parts is [{ Length: > 0 }, { Length: > 0 }] && map.TryAdd(parts[0], parts[1]);
            if (!isPair) options.Refuse(words.NotInputAndTable(_map.Name, pair));
        }

        return map.ToImmutable();
    }

    private static bool IsId(string text) => text.Length is > 0 and <= 100 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_');
}
