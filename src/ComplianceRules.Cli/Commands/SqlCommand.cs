using System.CommandLine;
using System.Text;
using ComplianceRules.Cli.Output;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Cli.Usage;
using ComplianceRules.Sql;

namespace ComplianceRules.Cli.Commands;

/// <summary><c>sql</c>: prints the statements by which a database judges the schools of a region.</summary>
internal static class SqlCommand
{
    private const string Name = "sql";

    public static Command Create(Func<ParseResult, Session> open)
    {
        MainArgument path = new("packs");
        ValueOption dialect = new("--dialect", string.Join('|', SqlDialect.All.Select(d => d.Name))) { IsNeeded = true };
        ValueOption region = new("--region", "code") { IsNeeded = true };
        ValueOption asOf = new("--as-of", "date") { IsNeeded = true };
        ValueOption area = new("--area", "id");
        ValueOption rule = new("--rule", "id");
        ValueOption file = new("--out", "file");
        return RequestCommand.Of(new Command(Name) { path, dialect, region, asOf, area, rule, file }, open, Read, Run);

        SqlRequest Read(OptionReader options, Words words)
        {
            string asked = options.Choice(dialect, SqlDialect.Sqlite.Name, SqlDialect.All.Select(d => d.Name));
            SqlOptions judged = new() { Areas = options.All(area), Rules = options.All(rule) };
            SqlRequest request = new(options.Needed(path), SqlDialect.All.First(d => d.Name == asked), options.Region(region) ?? default, options.Date(asOf) ?? default, judged) { Out = options.Output(file) };
            if (request.Out is { } to && !OutputFile.IsPossible(to) && !OutputFile.IsDevice(to)) options.Refuse(words.NoFolderForOutput(to));
            return request;
        }
    }

    private static ExitCode Run(SqlRequest request, Session session)
    {
        if (LoadedPacks.In(request.Packs, session) is not { } catalogue) return ExitCode.Packs;
        string[] unknown = [.. RequestCheck.AgainstPacks(request.Options.Run, catalogue.Packs, session.Words)];
        if (unknown.Length > 0) return UsageFault.Print(session, Name, unknown);
        SqlScript script = SqlPlan.For(catalogue, request.AsOf, request.Dialect).Script(request.Region, request.Options);
        DiagnosticPrinter.Print(session.Terminal.Error, script.LeftOut, session);
        if (script.Queries.IsEmpty)
        {
            session.Complain(session.Words.NothingInSql);
            return ExitCode.Packs;
        }

        return Written(script, request.Out, session) ? script.LeftOut.IsEmpty ? ExitCode.Success : ExitCode.Failed : ExitCode.Unexpected;
    }

    private static bool Written(SqlScript script, string? path, Session session)
    {
        if (path is null)
        {
            script.Write(session.Terminal.Out);
            return true;
        }

        try
        {
            OutputFile.Write(path, stream =>
            {
                using StreamWriter writer = new(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
                script.Write(writer);
            });
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            session.Complain(session.Words.CannotWrite(path, session.Words.Of(error)));
            return false;
        }
    }
}
