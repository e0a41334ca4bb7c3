using System.Linq.Expressions;
using ComplianceRules.Findings;

namespace ComplianceRules.Benchmarks;

/// <summary>The forty rules as expression trees compiled at run time to typed delegates, one a rule: what an engine over <c>System.Linq.Expressions</c> can come to at best.</summary>
internal sealed class LinqRules
{
    private const Verdict Kept = Verdict.Compliant;
    private const Verdict Broken = Verdict.NonCompliant;
    private const Verdict Open = Verdict.Undetermined;
    private const Verdict Outside = Verdict.NotApplicable;

    private readonly Func<LinqClass, Verdict>[] _classes = [.. OfClasses().Select(rule => rule.Compile())];
    private readonly Func<LinqSchool, Verdict>[] _schools = [.. OfSchools().Select(rule => rule.Compile())];
    private readonly LinqFacts _facts;

    public LinqRules(NationRows rows) => _facts = LinqFacts.Of(rows);

    public Tally Counts()
    {
        Tally tally = new();
        Span<long> counts = stackalloc long[4];
        for (int rule = 0; rule < BenchRules.All.Length; rule++)
        {
            counts.Clear();
            if (rule < _classes.Length) Count(_classes[rule], counts);
            else Count(_schools[rule - _classes.Length], counts);
            for (int verdict = 0; verdict < counts.Length; verdict++) tally[rule, (Verdict)verdict] = counts[verdict];
        }

        return tally;
    }

    private void Count(Func<LinqClass, Verdict> rule, Span<long> counts)
    {
        foreach (LinqClass row in _facts.Classes) counts[(int)rule(row)]++;
    }

    private void Count(Func<LinqSchool, Verdict> rule, Span<long> counts)
    {
        foreach (LinqSchool row in _facts.Schools) counts[(int)rule(row)]++;
    }

    /// <summary>The rules of classes, in the order of the pack.</summary>
    public static Expression<Func<LinqClass, Verdict>>[] OfClasses() =>
    [
        c => c.Stage == 2 ? Outside : c.Enrolment == null ? Open : c.Enrolment <= (c.Stage == 0 ? 45 : 50) ? Kept : Broken,
        c => c.Stage == 2 ? Outside : c.Enrolment == null ? Open : c.Enrolment >= 10 ? Kept : Broken,
        c => c.Enrolment == null ? Open : c.Enrolment < 66 ? Kept : Broken,
        c => c.Grade < 3 || c.Grade > 9 || c.Stage == 2 ? Outside : c.Written == null ? Open : c.Written <= (c.Stage == 0 ? 60 : 90) ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 2 ? Outside : c.Written == null ? Open : c.Written <= 0 ? Kept : Broken,
        c => c.Grade < 3 || c.Grade > 9 ? Outside
            : (c.Kind != null && c.Kind != 0) || (c.Written != null && c.Written >= 10) ? Kept : c.Kind == null || c.Written == null ? Open : Broken,
        c => c.Stage == 2 ? Outside : c.Parents == null ? Open : c.Parents == false ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 9 ? Outside : c.Activity == null ? Open : c.Activity >= 120 ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 9 ? Outside : c.Activity == null ? Open : c.Activity <= 300 ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 9 || c.Stage == 2 ? Outside : c.Lessons == null ? Open : c.Lessons >= (c.Stage == 0 ? 4 : 3) ? Kept : Broken,
        c => c.Lessons == null ? Open : c.Lessons >= 1 && c.Lessons <= 12 ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 9 || c.Stage == 2 ? Outside : c.Start == null ? Open : c.Start >= (c.Stage == 0 ? 500 : 480) ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 9 ? Outside : c.Start == null ? Open : c.Start <= 570 ? Kept : Broken,
        c => c.Stage == 2 ? Outside
            : c.School.NoonRest == true || (c.Start != null && c.Start >= 500) ? Kept : c.School.NoonRest == null || c.Start == null ? Open : Broken,
        c => c.Sleep == null ? Open : c.Sleep >= (c.Stage == 0 ? 10.0 : c.Stage == 1 ? 9.0 : 8.0) ? Kept : Broken,
        c => c.Sleep == null ? Open : c.Sleep <= 14 ? Kept : Broken,
        c => c.School.Boarding == false ? Outside
            : c.School.Boarding == null || c.Lights == null ? Open : c.Lights <= (c.Stage == 0 ? 1280 : c.Stage == 1 ? 1320 : 1380) ? Kept : Broken,
        c => c.School.Boarding == false ? Outside : c.School.Boarding == null || c.Lights == null ? Open : c.Lights >= 1200 ? Kept : Broken,
        c => c.Stage == 2 ? Outside : c.Exams == null ? Open : c.Exams <= (c.Stage == 0 ? 1 : 2) ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 2 ? Outside : c.Exams == null ? Open : c.Exams <= 0 ? Kept : Broken,
        c => c.Area == null ? Open : c.Area >= 50.5 ? Kept : Broken,
        c => c.Grade < 1 || c.Grade > 9 || c.Stage == 2 ? Outside : c.Myopia == null ? Open : c.Myopia <= (c.Stage == 0 ? 38.5 : 60.0) ? Kept : Broken,
        c => c.Stage == 2 ? Outside : c.Phones == null ? Open : c.Phones == false ? Kept : Broken,
        c => (c.Kind != null && c.Kind < 2) || (c.Enrolment != null && c.Enrolment <= 15) ? Kept : c.Kind == null || c.Enrolment == null ? Open : Broken,
    ];

    /// <summary>The rules of schools.</summary>
    public static Expression<Func<LinqSchool, Verdict>>[] OfSchools() =>
    [
        s => s.Type == null ? Open : s.Type != 0 && s.Type != 2 ? Outside : s.Participation == null ? Open : s.Participation >= 90 ? Kept : Broken,
        s => s.Boarding == null ? Open : s.Boarding == false ? Outside : s.Drills == null ? Open : s.Drills >= 4 ? Kept : Broken,
        s => s.Drills == null ? Open : s.Drills >= 1 && s.Drills <= 30 ? Kept : Broken,
        s => s.Type == null || s.Pupils == null ? Open
            : s.Pupils <= (s.Type < 2 ? 2000 : s.Type == 2 ? 2500 : s.Type == 3 ? 3000 : 4000) ? Kept : Broken,
        s => s.Type == null ? Open : s.Type > 2 ? Outside : s.Pupils == null ? Open : s.Pupils >= 100 ? Kept : Broken,
        s => s.Pupils == null || s.Teachers == null ? Open : s.Pupils <= 19 * s.Teachers ? Kept : Broken,
        s => s.Type == null ? Open : s.Type > 2 ? Outside : s.Playground == null ? Open : s.Playground >= 2000 ? Kept : Broken,
        s => s.Type == null ? Open : s.Type > 2 ? Outside : s.Books == null ? Open : s.Books >= 5000 ? Kept : Broken,
        s => s.Type == null ? Open : s.Type > 2 ? Outside : s.Books == null ? Open : s.Books >= (s.Type == 0 ? 15_000 : 20_000) ? Kept : Broken,
        s => s.Type == null ? Open : s.Type != 0 && s.Type != 2 ? Outside : s.NoonRest == null ? Open : s.NoonRest == true ? Kept : Broken,
        s => s.Canteen == true || s.Boarding == false ? Kept : s.Canteen == null || s.Boarding == null ? Open : Broken,
        s => s.Boarding == null ? Open : s.Boarding == false ? Outside : s.Doctors == null ? Open : s.Doctors >= 1 ? Kept : Broken,
        s => (s.Doctors != null && s.Doctors >= 1) || (s.Pupils != null && s.Pupils < 600) ? Kept : s.Doctors == null || s.Pupils == null ? Open : Broken,
        s => s.Type == null ? Open : s.Type > 2 ? Outside : s.Funding == null ? Open : s.Funding >= 6500.5 ? Kept : Broken,
        s => s.Type == null ? Open : s.Type > 2 ? Outside : s.Funding == null ? Open : s.Funding <= 30_000 ? Kept : Broken,
        s => (s.Type != null && s.Type > 2) || (s.Participation != null && s.Participation >= 60 && s.Drills != null && s.Drills >= 2) ? Kept
            : s.Type != null && ((s.Participation != null && s.Participation < 60) || (s.Drills != null && s.Drills < 2)) ? Broken : Open,
    ];
}
