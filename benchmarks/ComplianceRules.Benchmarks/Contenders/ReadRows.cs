namespace ComplianceRules.Benchmarks;

/// <summary>Rows while a hand-written reader gathers them: room is kept from run to run, and ids are places in the text that was read.</summary>
internal sealed class ReadRows
{
    private SchoolFacts[] _schools = new SchoolFacts[1024];
    private ClassFacts[] _classes = new ClassFacts[16 * 1024];
    private (int Start, int Length)[] _schoolIds = new (int, int)[1024];
    private (int Start, int Length)[] _classIds = new (int, int)[16 * 1024];

    public int Schools { get; private set; }

    public int Classes { get; private set; }

    public void Clear() => (Schools, Classes) = (0, 0);

    public int AddSchool()
    {
        if (Schools == _schools.Length)
        {
            Array.Resize(ref _schools, Schools * 2);
            Array.Resize(ref _schoolIds, Schools * 2);
        }

        _schools[Schools] = default;
        return Schools++;
    }

    public int AddClass()
    {
        if (Classes == _classes.Length)
        {
            Array.Resize(ref _classes, Classes * 2);
            Array.Resize(ref _classIds, Classes * 2);
        }

        _classes[Classes] = default;
        return Classes++;
    }

    public ref SchoolFacts School(int row) => ref _schools[row];

    public ref ClassFacts Class(int row) => ref _classes[row];

    public void NameSchool(int row, int start, int length) => _schoolIds[row] = (start, length);

    public void NameClass(int row, int start, int length) => _classIds[row] = (start, length);

    /// <summary>The rows; arrays that are too long are cut once and then fit.</summary>
    public NationRows Rows()
    {
        if (_schools.Length != Schools) Array.Resize(ref _schools, Schools);
        if (_schoolIds.Length != Schools) Array.Resize(ref _schoolIds, Schools);
        if (_classes.Length != Classes) Array.Resize(ref _classes, Classes);
        if (_classIds.Length != Classes) Array.Resize(ref _classIds, Classes);
        return new NationRows(_schools, _classes);
    }
}
