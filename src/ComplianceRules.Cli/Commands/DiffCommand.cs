using System.CommandLine;
using System.Text;
using ComplianceRules.Analysis;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Progress;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>diff</c>: says what changed in meaning between two versions of packs, and what that does to some data.</summary>
internal static class DiffCommand
{
    private const string Name = "diff";

    public static Command Create(Func<ParseResult, Session> open)
    {
        DiffSyntax syntax = new();
        return RequestCommand.Of(syntax.ToCommand(Name), open, syntax.Read, Run);
    }

    private static ExitCode Run(DiffRequest request, Session session)
    {
        (Catalogue? before, Catalogue? after) = (Load(request.Before, session.Words.OldPacksWrong, session), Load(request.After, session.Words.NewPacksWrong, session));
        if (before is null || after is null) return ExitCode.Packs;
        PackDiff diff = PackDiff.Between(before, after, request.Region, request.AsOf);
        return request.Data is { } data ? Judge(request, data, (before, after), diff, session) : Write(request, diff, null, session);
    }

    private static ExitCode Judge(DiffRequest request, EvaluateRequest data, (Catalogue Before, Catalogue After) packs, PackDiff diff, Session session)
    {
        byte[] sent = Sent(data, session);
        (JudgedData after, string notices) = Read(data, packs.After, sent, session);
        session.Terminal.Error.Write(notices);
        if (after.Snapshot is not { } now) return Refuse(after, session.Words.SoWithNewPacks(request.After), session);
        (JudgedData before, string others) = Read(data, packs.Before, sent, session);
        if (others != notices) session.Terminal.Error.Write(others);
        if (before.Snapshot is not { } old) return Refuse(before, session.Words.SoWithOldPacks(request.Before), session);
        if (now.Table(BaseTables.School).Count == 0) session.Notice(session.Words.NoSchoolInData);
        return Write(request, diff, Impact(new(packs.Before, old) { Run = before.Request.Run }, new(packs.After, now) { Run = after.Request.Run }, after.AsOf, session), session);
    }

    private static PackImpact Impact(ImpactSide before, ImpactSide after, DateOnly asOf, Session session)
    {
        using WorkStep step = session.Watch.Begin(session.Words.Judging, WorkUnit.Rows);
        return PackImpact.Of(before with { Run = before.Run with { Progress = step } }, after with { Run = after.Run with { Progress = step } }, asOf, session.Cancellation);
    }

    // The data is read once for each side, and what is sent can be read only once.
    private static byte[] Sent(EvaluateRequest data, Session session)
    {
        if (!new[] { data.Data, data.Map, data.Previous, data.PreviousMap, data.Waivers }.Contains(DataInput.StandardInput)) return [];
        using MemoryStream sent = new();
        session.Terminal.Input.CopyTo(sent);
        return sent.ToArray();
    }

    // Both sides mostly say the same of the data, and then it is said once.
    private static (JudgedData Data, string Notices) Read(EvaluateRequest data, Catalogue packs, byte[] sent, Session session)
    {
        using MemoryStream notices = new();
        using MemoryStream input = new(sent, writable: false);
        JudgedData read = JudgedData.Read(data, packs, Name, session with { Terminal = session.Terminal.WithError(notices) with { Input = input } });
        return (read, Encoding.UTF8.GetString(notices.ToArray()));
    }

    // Rules that a waiver names, templates and facts may be known to one side alone.
    private static ExitCode Refuse(JudgedData data, string side, Session session)
    {
        bool mayDiffer = data.Refused != ExitCode.Data || !data.Problems.IsEmpty;
        if (mayDiffer) session.Complain(side);
        return data.Refused;
    }

    private static Catalogue? Load(string folder, Func<string, string> complaint, Session session)
    {
        LoadedPacks packs = LoadedPacks.In(new PackPath(folder), null, session);
        if (packs.Catalogue is not null) return packs.Catalogue;
        session.Complain(complaint(folder));
        DiagnosticPrinter.Print(session.Terminal.Error, packs.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error), session);
        return null;
    }

    private static ExitCode Write(DiffRequest request, PackDiff diff, PackImpact? impact, Session session)
    {
        bool isWritten = ResultOutput.TryWrite(null, session, output =>
        {
            if (request.IsJson) JsonDiffWriter.Write(diff, impact, output);
            else new DiffPage(session.Words, request.ListsAll).Write(diff, impact, output, session.Terminal);
        });
        if (!isWritten) return ExitCode.Unexpected;
        return request.TellsByExitCode && (diff.Changes.Length > 0 || impact?.Rules.Length > 0) ? ExitCode.Failed : ExitCode.Success;
    }
}
