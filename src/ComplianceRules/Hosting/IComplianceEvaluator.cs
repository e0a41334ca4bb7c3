using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Hosting;

/// <summary>Judges schools by the packs in force.</summary>
/// <remarks>
/// A singleton; may be shared between threads. Each evaluation takes the packs that are in force when it begins and keeps them to its end, whatever is loaded meanwhile.
/// Missing facts give Undetermined, never a pass.
/// </remarks>
public interface IComplianceEvaluator
{
    /// <summary>The packs in force.</summary>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    LoadedPacks Packs { get; }

    /// <summary>Judges a snapshot.</summary>
    /// <remarks>
    /// The snapshot was read by the schema of <see cref="Packs"/>, now or earlier. Packs that are loaded later and speak of the same facts judge it too. Once the facts that packs
    /// speak of have changed, a snapshot read before is judged by the packs that it was read for; <see cref="Assessment.Packs"/> says which those were.
    /// </remarks>
    /// <param name="snapshot">The facts.</param>
    /// <param name="options">What to judge; null for everything as of the snapshot's day.</param>
    /// <param name="cancellation">Stops the evaluation; there is no partial assessment.</param>
    /// <exception cref="ArgumentException">The snapshot is of no packs of this evaluator, neither it nor the options give a day, or an option names what is not there.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    Assessment Evaluate(Snapshot snapshot, EvaluationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Reads a source and judges what it has.</summary>
    /// <param name="source">Where the facts come from.</param>
    /// <param name="options">What to judge; null for everything as of the data's day.</param>
    /// <param name="cancellation">Stops the evaluation; there is no partial assessment.</param>
    /// <returns>The assessment; where the data is refused, the problems.</returns>
    /// <exception cref="ArgumentException">Neither the data nor the options give a day, or an option names what is not there.</exception>
    /// <exception cref="IOException">The data cannot be reached.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    Checked<Assessment> Evaluate(ISnapshotSource source, EvaluationOptions? options = null, CancellationToken cancellation = default);

    /// <summary>Judges one school with all that lies below it.</summary>
    /// <remarks>
    /// Judged are the rules of schools and of what lies below them; rules of regions ask for all schools of a place and are left out. A rule of the school that compares it with
    /// others is undetermined. Each row that lacks a fact has a finding of its own, see <see cref="Engine.RunOptions.EachRow"/>.
    /// </remarks>
    /// <param name="school">The school.</param>
    /// <param name="shape">How it becomes rows: a shape of the table of schools.</param>
    /// <param name="options">What to judge; a day must be given.</param>
    /// <param name="cancellation">Stops the evaluation; there is no partial assessment.</param>
    /// <typeparam name="T">The application's type.</typeparam>
    /// <returns>The assessment; where the school is refused, the problems.</returns>
    /// <exception cref="ArgumentException">The shape does not fit the facts that packs speak of, there is no day, or an option names what is not there.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    Checked<Assessment> EvaluateOne<T>(T school, RowShape<T> shape, EvaluationOptions options, CancellationToken cancellation = default);

    /// <summary>Judges one school with all that lies below it, see <see cref="EvaluateOne{T}"/>.</summary>
    /// <param name="school">The school.</param>
    /// <param name="options">What to judge; a day must be given.</param>
    /// <param name="cancellation">Stops the evaluation; there is no partial assessment.</param>
    /// <returns>The assessment; where the school is refused, the problems.</returns>
    /// <exception cref="ArgumentException">There is no day, or an option names what is not there.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    Checked<Assessment> EvaluateOne(SchoolRecord school, EvaluationOptions options, CancellationToken cancellation = default);

    /// <summary>Judges schools as they come, more of them than memory holds.</summary>
    /// <remarks>
    /// Verdicts and counts are those of <see cref="Evaluate(Snapshot, EvaluationOptions, CancellationToken)"/> on all schools together; a row that lacks a fact has a finding of its
    /// own. Some thousand rows are judged at once, and their findings handed over before more schools are asked for. Of rules that need all schools (those of regions, those over
    /// persons, and those that read either) only the facts that they read are kept, and they are judged last.
    /// </remarks>
    /// <param name="schools">The schools, each with all that lies below it.</param>
    /// <param name="shape">How they become rows: a shape of the table of schools.</param>
    /// <param name="options">What to judge; a day must be given.</param>
    /// <param name="beside">Adds what stands beside the schools, before the first: facts of regions, the calendar, and which regions are covered; called twice; null for nothing.</param>
    /// <param name="cancellation">Stops the evaluation; findings handed over until then are to be thrown away.</param>
    /// <typeparam name="T">The application's type.</typeparam>
    /// <returns>The findings, some at a time, and with the last of them the assessment of all.</returns>
    /// <exception cref="ArgumentException">The shape does not fit, there is no day, or an option names what is not there.</exception>
    /// <exception cref="DataRefusedException">A school is refused; findings handed over until then are to be thrown away.</exception>
    /// <exception cref="RulePackLoadException">No packs could be loaded.</exception>
    /// <exception cref="OperationCanceledException">The evaluation was stopped.</exception>
    IAsyncEnumerable<Engine.AssessmentPart> EvaluateAsync<T>(
        IAsyncEnumerable<T> schools, RowShape<T> shape, EvaluationOptions options, Action<SnapshotBuilder>? beside = null, CancellationToken cancellation = default);
}
