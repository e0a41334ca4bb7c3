using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Commands;

/// <summary>What is said on standard error of an assessment.</summary>
internal static class JudgedNotices
{
    public static void Print(Assessment assessment, Session session)
    {
        if (assessment.Counts.Total == 0) session.Notice(session.Words.NothingJudged);
        session.Detail(session.Words.JudgedCount(assessment.Counts.Total, assessment.Rules.Length));
        string[] idle = [.. assessment.Rules.Where(r => r.Counts.Total == 0).Select(r => r.Rule).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        if (idle.Length > 0) session.Detail(session.Words.IdleRules(idle.Length, idle));
    }
}
