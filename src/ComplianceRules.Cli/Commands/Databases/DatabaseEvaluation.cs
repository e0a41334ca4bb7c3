using System.Data.Common;
using System.Globalization;
using ComplianceRules.Cli.Output;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Packs;
using ComplianceRules.Sql;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>evaluate --in-database</c>: the database judges its rows, and only counts or findings leave it.</summary>
internal static class DatabaseEvaluation
{
    /// <summary>Judges a database.</summary>
    public static ExitCode Run(EvaluateRequest request, Catalogue catalogue, Session session)
    {
        try
        {
            if (!DataSources.TryReadMapping(request, catalogue.Schema, session, out SnapshotMapping? mapping)) return ExitCode.Data;
            if (DataSources.Try(request, () => DatabaseInput.Connect(request.Data), session) is not { } database) return ExitCode.Data;
            using (database)
            using (session.Cancellation.Register(() => database.Stop?.Invoke()))
            {
                SqlPlan plan = SqlPlan.For(catalogue, request.AsOf!.Value, database.Dialect);
                SqlOptions options = new() { Only = request.Run.Only, Areas = request.Run.Areas, Rules = request.Run.Rules, Rest = request.InDatabase!.Value, Mapping = mapping, StatementTimeout = database.StatementTimeout };
                return request.Format == OutputFormats.Lines ? Find(request, plan, database, options, session) : Count(request, (catalogue, plan), database, options, session);
            }
        }
        catch (DbException) when (session.Cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(session.Cancellation);
        }
        catch (DbException trouble)
        {
            session.Complain(session.Words.CannotRead(DatabaseInput.Shown(request.Data), DatabaseTrouble.Of(trouble)));
            return ExitCode.Data;
        }
    }

    private static ExitCode Count(EvaluateRequest request, (Catalogue Catalogue, SqlPlan Plan) asked, OpenDatabase database, SqlOptions options, Session session)
    {
        Checked<SqlCounts> counted = Judged(() => asked.Plan.CountAsync(database.Connection, options, session.Cancellation), session);
        if (!counted.IsValid) return Refused(counted, session);
        SqlCounts counts = WithoutPersons(asked.Catalogue.Schema, counted.Value);
        Tell(counts, session);
        bool isWritten = ResultOutput.TryWrite(request.Out, session, output =>
        {
            if (request.Format == OutputFormats.Table) new DatabaseTable(asked.Catalogue.Packs, session.Words, new TableStyle(session.Terminal.Width, session.Terminal.Colours && request.Out is null, false)).Write(counts, output);
            else SqlCountsJson.Write(counts, output);
        });
        if (!isWritten) return ExitCode.Unexpected;
        return CodeOf(counts.Counts.Any(c => c.Counts.NonCompliant > 0 && c.Severity >= request.FailOn), counts.Counts.Any(c => c.Counts.Undetermined > 0 && IsBinding(c.Binding)));
    }

    // What was written before a refusal is no result: a file is not kept, and the lines have no last one.
    private static ExitCode Find(EvaluateRequest request, SqlPlan plan, OpenDatabase database, SqlOptions options, Session session)
    {
        (bool isBroken, bool isOpen) = (false, false);
        Checked<SqlCounts>? refused = null;
        bool isWritten = ResultOutput.TryWrite(request.Out, session, output =>
        {
            using SqlFindingLines lines = new(output);
            Checked<SqlCounts> found = Judged(() => plan.FindAsync(database.Connection, finding => Take(lines, finding), options, session.Cancellation), session);
            if (!found.IsValid)
            {
                refused = found;
                throw new IOException(session.Words.NotCounted);
            }

            Tell(found.Value, session);
            lines.End(found.Value);
        });
        if (refused is { } problems) return Refused(problems, session);
        return isWritten ? CodeOf(isBroken, isOpen) : ExitCode.Unexpected;

        ValueTask Take(SqlFindingLines lines, SqlFinding finding)
        {
            isBroken |= finding.Verdict == Verdict.NonCompliant && finding.Severity >= request.FailOn;
            isOpen |= finding.Verdict == Verdict.Undetermined && IsBinding(finding.Binding);
            lines.Take(finding);
            return ValueTask.CompletedTask;
        }
    }

    private static Checked<SqlCounts> Judged(Func<Task<Checked<SqlCounts>>> judge, Session session)
    {
        using (session.Watch.Begin(session.Words.Judging)) return judge().GetAwaiter().GetResult();
    }

    private static ExitCode Refused(Checked<SqlCounts> counted, Session session)
    {
        DiagnosticPrinter.Print(session.Terminal.Error, counted.Diagnostics, session);
        session.Complain(session.Words.NotCounted);
        return ExitCode.Data;
    }

    // A place where one or two persons are counted could tell who they are: such rules are for `evaluate` without the option, which knows what may be shown.
    private static SqlCounts WithoutPersons(FactSchema schema, SqlCounts counts) => counts with { Counts = [.. counts.Counts.Where(c => !schema.IsPersonal(c.Table))] };

    private static void Tell(SqlCounts counts, Session session)
    {
        DiagnosticPrinter.Print(session.Notices, counts.LeftOut, session);
        if (counts.SchoolsInProcess > 0) session.Notice(session.Words.SchoolsInProcess(counts.SchoolsInProcess.ToString(CultureInfo.InvariantCulture)));
    }

    private static bool IsBinding(Binding binding) => binding is Binding.Mandatory or Binding.Principle;

    private static ExitCode CodeOf(bool isBroken, bool isOpen) => isBroken ? ExitCode.Failed : isOpen ? ExitCode.Undetermined : ExitCode.Success;
}
