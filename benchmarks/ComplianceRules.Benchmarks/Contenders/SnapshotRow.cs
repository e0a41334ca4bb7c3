namespace ComplianceRules.Benchmarks;

/// <summary>A snapshot as serializers make it.</summary>
internal sealed class SnapshotRow
{
    public List<SchoolRow> Schools { get; set; } = [];

    /// <summary>The facts as the hand-written rules want them.</summary>
    public NationRows Facts()
    {
        SchoolFacts[] schools = new SchoolFacts[Schools.Count];
        ClassFacts[] classes = new ClassFacts[Schools.Sum(school => school.Classes.Count)];
        int at = 0;
        for (int i = 0; i < schools.Length; i++)
        {
            schools[i] = Schools[i].Facts();
            foreach (ClassRow row in Schools[i].Classes) classes[at++] = row.Facts(i);
        }

        return new NationRows(schools, classes);
    }
}
