using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Proofs;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>prove</c>: what packs further in make of the rules further out, each comparison with its outcome and, where there is one, the row that shows it.</summary>
internal static class ProveCommand
{
    private const string Name = "prove";
    private const string Json = "json";
    private const string Text = "text";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("packs");
        ValueOption parent = new("--parent", "id");
        ValueOption child = new("--child", "id");
        ValueOption format = new("--format", $"{Text}|{Json}");
        Command command = new(Name) { path, parent, child, format };
        command.SetAction(parse =>
        {
            Session session = open(parse);
            OptionReader options = new(parse, session.Words);
            bool isJson = options.Choice(format, Text, Text, Json) == Json;
            if (options.Problems.Count > 0) return (int)UsageFault.Print(session, Name, options.Problems);
            return (int)Run(new PackPath(options.Needed(path)), (options.Text(parent), options.Text(child)), isJson, session);
        });
        return command;
    }

    private static ExitCode Run(PackPath path, (string? Parent, string? Child) asked, bool isJson, Session session)
    {
        Checked<PackSet> read = path.Read();
        LoadedPacks loaded = Load(path, read, session);
        if (!read.IsValid)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, loaded.Diagnostics, session);
            return ExitCode.Packs;
        }

        if (new[] { asked.Parent, asked.Child }.OfType<string>().FirstOrDefault(id => read.Value.Find(id) is null) is { } unknown)
            return UsageFault.Print(session, Name, session.Words.NoSuchPack(unknown));
        ImmutableArray<RuleProof> proofs = [.. Prove(read.Value, session).Where(p => IsAsked(p, asked))];
        loaded.Tell(session);
        if (isJson) JsonProofWriter.Write(proofs, session.Terminal.Output);
        else ProofLines.Write(proofs, session);
        return loaded.Catalogue is null ? ExitCode.Packs : ExitCode.Success;
    }

    private static LoadedPacks Load(PackPath path, Checked<PackSet> read, Session session)
    {
        using (session.Watch.Begin(session.Words.LoadingPacks(path.Folder))) return LoadedPacks.Of(read);
    }

    private static ImmutableArray<RuleProof> Prove(PackSet packs, Session session)
    {
        using (session.Watch.Begin(session.Words.Proving)) return PackChecker.Prove(packs);
    }

    private static bool IsAsked(RuleProof proof, (string? Parent, string? Child) asked) =>
        (asked.Parent is null || proof.Rule.StartsWith($"{asked.Parent}/", StringComparison.Ordinal)) && (asked.Child is null || proof.Pack == asked.Child);
}
