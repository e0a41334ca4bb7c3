using System.Collections.Immutable;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>The data that a caller names, read for some packs and held against what the caller asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Request">What is asked for, with the waivers and the earlier snapshot where they are named.</param>
/// <param name="Snapshot">The facts; null where they cannot be judged, which has been said.</param>
/// <param name="Refused">The exit code where there are no facts.</param>
internal sealed record JudgedData(EvaluateRequest Request, Snapshot? Snapshot, ExitCode Refused)
{
    /// <summary>Why the data is refused, for programs; empty where it is not there or not asked for rightly.</summary>
    public ImmutableArray<Diagnostic> Problems { get; private init; } = [];

    /// <summary>The day of assessment: the one asked for, else the data's own.</summary>
    public DateOnly AsOf => Request.AsOf ?? Snapshot?.Date ?? throw new InvalidOperationException("the day was not checked");

    /// <summary>Reads waivers and data, and says what is wrong with them and with what is asked for.</summary>
    /// <param name="request">What is asked for.</param>
    /// <param name="catalogue">The packs that judge.</param>
    /// <param name="command">The command's name.</param>
    /// <param name="session">The run.</param>
    public static JudgedData Read(EvaluateRequest request, Catalogue catalogue, string command, Session session)
    {
        string[] problems = [.. RequestCheck.AgainstPacks(request.Run, catalogue.Packs, session.Words)];
        if (problems.Length > 0) return new JudgedData(request, null, UsageFault.Print(session, command, problems));
        return WaiverInput.Read(request, catalogue, session) is { } run
            ? Read(request with { Run = run }, catalogue.Schema, command, session)
            : new JudgedData(request, null, ExitCode.Packs);
    }

    private static JudgedData Read(EvaluateRequest request, FactSchema schema, string command, Session session)
    {
        if (DataSources.Open(request, schema, session) is not { } source) return Refuse(request, null);
        if (DataSources.Try(request, () => DataRead.Of(source.Read(schema, request.Reading, session.Cancellation)), session) is not { } data) return Refuse(request, null);
        if (data.Snapshot is not { } snapshot)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, data.Problems, session);
            return Refuse(request, data);
        }

        DataNotices.Print(snapshot, session);
        string[] faults = [.. RequestCheck.AgainstData(request, snapshot, session.Words)];
        if (faults.Length > 0) return new JudgedData(request, null, UsageFault.Print(session, command, faults));
        if (request.IsStrict && DataNotices.RefuseStrictly(snapshot, session)) return Refuse(request, data);
        if (request.Previous is null) return new JudgedData(request, snapshot, ExitCode.Success);
        if (EarlierData.Read(request, schema, snapshot, session) is not { } read) return Refuse(request, null);
        if (read.Snapshot is not { } earlier || (request.IsStrict && DataNotices.RefuseStrictly(earlier, session))) return Refuse(request, read);
        return new JudgedData(request with { Run = request.Run with { Previous = earlier } }, snapshot, ExitCode.Success);
    }

    private static JudgedData Refuse(EvaluateRequest request, DataRead? data) => new(request, null, ExitCode.Data) { Problems = data?.Problems ?? [] };
}
