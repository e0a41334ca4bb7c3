using System.Collections.Immutable;
using System.CommandLine;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Interop;
using ComplianceRules.Packs;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>import</c>: makes a rule pack of the rules of another engine.</summary>
internal static class ImportCommand
{
    private const string Name = "import";
    private const string NameOfInput = "workflows.json";

    public static Command Create(Func<ParseResult, Session> open)
    {
        ImportSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(ImportRequest request, Session session)
    {
        if (LoadedPacks.In(request.Facts, session) is not { } catalogue) return ExitCode.Packs;
        string[] own = [.. new PackPath(request.Facts).Own(catalogue)];
        if (own.Length != 1) return UsageFault.Print(session, Name, session.Words.FactsOfOnePack(request.Facts));
        if (catalogue.Packs.Packs.Any(p => string.Equals(p.Id, request.PackId, StringComparison.OrdinalIgnoreCase))) return UsageFault.Print(session, Name, session.Words.PackIdTaken(request.PackId));
        if (Read(request, session) is not { } file) return ExitCode.Packs;
        Checked<ImportedPack> imported = WorkflowImport.Run(file, catalogue.Packs, new WorkflowImportOptions { PackId = request.PackId, Facts = own[0], Map = request.Map });
        Tell(imported, request, session);
        if (!imported.IsValid) return ExitCode.Packs;
        ExitCode written = Write(imported.Value, request.Out, session);
        if (written != ExitCode.Success) return written;
        return imported.Value.Imported == imported.Value.Rules.Length ? ExitCode.Success : ExitCode.Failed;
    }

    private static SourceFile? Read(ImportRequest request, Session session)
    {
        try
        {
            return SmallInput.Read(request.Rules, NameOfInput, session);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotRead(request.Rules, error));
            return null;
        }
    }

    private static void Tell(Checked<ImportedPack> imported, ImportRequest request, Session session)
    {
        ImmutableArray<Diagnostic> all = [.. imported.Diagnostics, .. imported.IsValid ? imported.Value.Rules.SelectMany(r => r.Diagnostics) : []];
        if (request.IsJson)
        {
            DiagnosticJson.Write(all, session.Terminal.Output);
            return;
        }

        DiagnosticPrinter.Print(session.Terminal.Out, all, session);
        if (imported.IsValid) session.Terminal.Out.WriteLine(session.Words.Imported(imported.Value.Imported, imported.Value.Rules.Length, Printable.Of(request.Out)));
    }

    private static ExitCode Write(ImportedPack pack, string folder, Session session)
    {
        try
        {
            Directory.CreateDirectory(folder);
            foreach (RulePackFile file in pack.Files) OutputFile.Write(Path.Combine(folder, file.Path), stream => stream.Write(file.Bytes.Span));
            return ExitCode.Success;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(folder, session.Words.Of(error)));
            return ExitCode.Unexpected;
        }
    }
}
