#include "CSandbox.h"
#include <seccomp.h>
