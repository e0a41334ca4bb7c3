using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>The earlier snapshot that a caller of <c>evaluate</c> names.</summary>
internal static class EarlierData
{
    /// <summary>What speaks against the options, a sentence each.</summary>
    public static IEnumerable<string> Faults(EvaluateRequest request, Words words)
    {
        if (request.Previous is not { } path) return request.PreviousMap is null ? [] : [words.PreviousMapAlone];
        if (DatabaseInput.Fault(path, words) is { } unusable) return [unusable];
        return new DataInput(path, request.InputName, Stream.Null) switch
        {
            { Kind: null } data when data.Exists || Path.HasExtension(path) => [words.UnknownKindOfData(path)],
            { Kind: DataKind.Json or DataKind.Ndjson or DataKind.Columns } when request.PreviousMap is not null => [words.PreviousMapWithJson],
            _ => [],
        };
    }

    /// <summary>Reads it and says what is wrong with it; null where it cannot be reached, which has been said.</summary>
    public static DataRead? Read(EvaluateRequest request, FactSchema schema, Snapshot snapshot, Session session)
    {
        bool isTables = new DataInput(request.Previous!, request.InputName, Stream.Null).Kind is DataKind.Tables or DataKind.Database;
        EvaluateRequest earlier = request with { Data = request.Previous!, Map = isTables ? request.PreviousMap ?? request.Map : null };
        if (DataSources.Open(earlier, schema, session) is not { } source) return null;
        if (DataSources.Try(earlier, () => DataRead.Of(source.Read(schema, request.Reading, session.Cancellation)), session) is not { } read) return null;
        if (read.Snapshot is { } facts) Notice(snapshot, facts, session);
        else Refuse(read, session);
        return read;
    }

    private static void Notice(Snapshot snapshot, Snapshot earlier, Session session)
    {
        if (snapshot.DoubtAbout(earlier) is { } doubt) DiagnosticPrinter.Print(session.Notices, [doubt], session);
        DataNotices.PrintEarlier(earlier, session);
    }

    private static void Refuse(DataRead read, Session session)
    {
        session.Complain(session.Words.EarlierDataRefused);
        DiagnosticPrinter.Print(session.Terminal.Error, read.Problems, session);
    }
}
