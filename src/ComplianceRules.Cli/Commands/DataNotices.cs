using System.Collections.Immutable;
using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Commands;

/// <summary>What is said on standard error of data that could be read.</summary>
internal static class DataNotices
{
    private const int Listed = 20;

    public static void Print(Snapshot snapshot, Session session) => Print(snapshot.Data, snapshot.Covers, session);

    /// <summary>The same of data that is not in memory.</summary>
    public static void Print(DataReport data, ImmutableArray<RegionCode> covers, Session session)
    {
        if (session.Verbosity == Verbosity.Quiet) return;
        List(data.Skipped, session.Words.SkippedRecords, session);
        List(data.Issues, session.Words.DataIssues, session);
        if (covers.IsEmpty) session.Notice(session.Words.NothingCovered);
    }

    /// <summary>The same of data that stands beside what is judged.</summary>
    public static void PrintEarlier(Snapshot earlier, Session session)
    {
        if (session.Verbosity == Verbosity.Quiet) return;
        List(earlier.Data.Skipped, session.Words.SkippedEarlierRecords, session);
        List(earlier.Data.Issues, session.Words.EarlierDataIssues, session);
    }

    /// <summary>Says so, and gives true, where names or codes of the data are not known.</summary>
    public static bool RefuseStrictly(Snapshot snapshot, Session session) => RefuseStrictly(snapshot.Data, session);

    /// <summary>The same of data that is not in memory.</summary>
    public static bool RefuseStrictly(DataReport data, Session session)
    {
        if (!data.HasUnknownNames) return false;
        // What refuses the data is no mere notice any more.
        if (session.Verbosity == Verbosity.Quiet) List(data.Issues, session.Words.DataIssues, session);
        session.Complain(session.Words.StrictRefusal);
        return true;
    }

    private static void List(ImmutableArray<Diagnostic> problems, Func<int, string> heading, Session session)
    {
        if (problems.IsEmpty) return;
        session.Complain(heading(problems.Length));
        if (problems.Length <= Listed)
        {
            DiagnosticPrinter.Print(session.Terminal.Error, problems, session);
            return;
        }

        TextWriter error = session.Terminal.Error;
        ImmutableArray<ProblemGroup> groups = ProblemGroup.Of(problems);
        foreach (ProblemGroup group in groups.Take(Listed))
        {
            error.WriteLine(Printable.Of(session.Words.GroupOf(group)));
            DiagnosticPrinter.Print(error, [group.First], session);
        }

        if (groups.Length > Listed) error.WriteLine(session.Words.MoreKinds(groups.Length - Listed));
        error.WriteLine(session.Words.AllOfThem);
    }
}
