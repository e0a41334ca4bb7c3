using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Packs;
using ComplianceRules.Spreadsheets;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>template</c>: writes a form with a place for every fact that rules need.</summary>
internal static class TemplateCommand
{
    private const string Name = "template";

    public static Command Create(Func<ParseResult, Session> open)
    {
        TemplateSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(TemplateRequest request, Session session)
    {
        if (request.Out == DataInput.StandardOutput && session.Terminal.IsScreen) return UsageFault.Print(session, Name, session.Words.BytesToScreen("xlsx"));
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        string[] problems = [.. RequestCheck.AgainstPacks(request.Rules, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return UsageFault.Print(session, Name, problems);
        NeededFacts facts = NeededFacts.Of(catalogue, request.Rules);
        if (Problem(facts, catalogue.Packs, session.Words) is { } problem) return UsageFault.Print(session, Name, problem);
        try
        {
            return Write(facts, request, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(request.Out, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }
    }

    private static string? Problem(NeededFacts facts, PackSet packs, Words words)
    {
        if (facts.Packs.IsEmpty && facts.Options.Only is { } region)
            return words.Guess(words.NoPackOfRegion(region.Text), NearestName.Of(region.Text, packs.Packs.Select(p => p.Region?.Text).OfType<string>()));
        return facts.Tables.IsEmpty ? words.NothingToFillIn : null;
    }

    private static ExitCode Write(NeededFacts facts, TemplateRequest request, Session session)
    {
        (string Path, ReadOnlyMemory<byte> Bytes)[] files = [.. Files(facts, request)];
        if (request.Out == DataInput.StandardOutput)
        {
            session.Terminal.Output.Write(files[0].Bytes.Span);
            return ExitCode.Success;
        }

        string[] taken = [.. files.Where(f => IsOther(f.Path, f.Bytes)).Select(f => session.Words.FormIsThere(f.Path))];
        if (taken.Length > 0) return UsageFault.Print(session, Name, taken);
        if (request.Format == FormFormat.Csv) Directory.CreateDirectory(request.Out);
        foreach ((string path, ReadOnlyMemory<byte> bytes) in files) OutputFile.Write(path, stream => stream.Write(bytes.Span));
        return ExitCode.Success;
    }

    private static IEnumerable<(string Path, ReadOnlyMemory<byte> Bytes)> Files(NeededFacts facts, TemplateRequest request)
    {
        if (request.Format == FormFormat.Csv) return SnapshotForm.CsvFiles(facts).Select(f => (Path.Combine(request.Out, f.Name), f.Bytes));
        using MemoryStream workbook = new();
        SnapshotForm.WriteWorkbook(facts, workbook);
        return [(request.Out, workbook.ToArray())];
    }

    // A form that was filled in must not be lost to an empty one; writing the same empty form again loses nothing.
    private static bool IsOther(string path, ReadOnlyMemory<byte> bytes) =>
        !OutputFile.IsDevice(path) && Path.Exists(path) && !(IsAsLong(path, bytes) && File.ReadAllBytes(path).AsSpan().SequenceEqual(bytes.Span));

    private static bool IsAsLong(string path, ReadOnlyMemory<byte> bytes) => File.Exists(path) && new FileInfo(path).Length == bytes.Length;
}
