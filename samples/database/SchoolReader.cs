using System.Data.Common;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;
using ComplianceRules.Hosting;
using DatabaseSample.Schools;
using Microsoft.EntityFrameworkCore;

namespace DatabaseSample;

/// <summary>Judges the schools of a database, read by entities or by plain queries; both come to the same.</summary>
internal sealed class SchoolReader(IDbContextFactory<SchoolsContext> contexts, IComplianceEvaluator evaluator)
{
    private const string SchoolQuery = "SELECT code AS id, name, county AS region, 'true' AS classes FROM schools ORDER BY code";
    private const string ClassQuery = "SELECT number AS id, school_code AS school, grade, pupils AS enrolment, homework_minutes AS written_minutes FROM classes ORDER BY school_code, number";

    /// <summary>Judges the entities as they come from the database: no more of them are in memory than are judged at once.</summary>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="cancellation">Stops it.</param>
    public async IAsyncEnumerable<AssessmentPart> EvaluateAsync(DateOnly asOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        await using SchoolsContext context = await contexts.CreateDbContextAsync(cancellation);
        IAsyncEnumerable<School> schools = context.Schools.AsNoTracking().Include(s => s.Classes).OrderBy(s => s.Code).AsAsyncEnumerable();
        await foreach (AssessmentPart part in evaluator.EvaluateAsync(schools, SchoolShapes.School, new EvaluationOptions { AsOf = asOf }, cancellation: cancellation)) yield return part;
    }

    /// <summary>Judges the rows of two queries whose columns are named like facts, without entities between.</summary>
    /// <param name="asOf">The day of assessment.</param>
    /// <param name="cancellation">Stops it.</param>
    public async Task<Checked<Assessment>> EvaluateRowsAsync(DateOnly asOf, CancellationToken cancellation)
    {
        await using SchoolsContext context = await contexts.CreateDbContextAsync(cancellation);
        DbConnection connection = context.Database.GetDbConnection();
        await connection.OpenAsync(cancellation);
        DataReaderSnapshotSource source = new("schools", [new DataReaderTable("school", () => Query(connection, SchoolQuery)), new DataReaderTable("class", () => Query(connection, ClassQuery))]);
        return evaluator.Evaluate(source, new EvaluationOptions { AsOf = asOf, Run = new RunOptions { EachRow = true } }, cancellation);
    }

    /// <summary>Fills an empty database with schools that are made up. A real application has migrations instead.</summary>
    /// <param name="cancellation">Stops it.</param>
    public async Task MakeUpAsync(CancellationToken cancellation)
    {
        await using SchoolsContext context = await contexts.CreateDbContextAsync(cancellation);
        await context.Database.EnsureCreatedAsync(cancellation);
        if (await context.Schools.AnyAsync(cancellation)) return;
        context.Schools.AddRange(MadeUpSchools.Of(count: 3));
        await context.SaveChangesAsync(cancellation);
    }

    private static DbDataReader Query(DbConnection connection, string query)
    {
        // Some providers close the rows of a command that is disposed of; it goes with the connection.
        DbCommand command = connection.CreateCommand();
        command.CommandText = query;
        return command.ExecuteReader();
    }
}
